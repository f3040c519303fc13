// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Whether products in bf16, rounding on the way in and out included, gain over fp32. */
final class Bfloat16 {
  private static final int CALLS = 8;

  /** 15 and 6 are PyTorch's numbers of bf16 and fp32. */
  private static final String PROGRAM =
      """
      class Products(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        def fp32(self: __torch__.Products, x: Tensor, w: Tensor) -> Tensor:
          return torch.mm(x, w)
        def bf16(self: __torch__.Products, x: Tensor, w: Tensor) -> Tensor:
          return torch.to(torch.mm(torch.to(x, 15), torch.to(w, 15)), 6)
      """;

  /** Pickle of an object of the class, {@code training} its only attribute. */
  private static final String OBJECT =
      "\u0080\u0002c__torch__\nProducts\n)\u0081}(X\b\0\0\0training\u0089ub.";

  private Bfloat16() {}

  static void report(Scoreboard board, int rounds) throws Exception {
    boolean gradients = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try (NDManager arrays = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      PtSymbolBlock program =
          JniUtils.loadModule(
              (PtNDManager) arrays, new ByteArrayInputStream(archive()), false, false);
      for (int width : new int[] {128, 512}) {
        NDArray x = arrays.randomNormal(0, 1, new Shape(1024, width), DataType.FLOAT32);
        NDArray w = arrays.randomNormal(0, 1, new Shape(width, width), DataType.FLOAT32);
        Contest contest = new Contest();
        for (String type : new String[] {"fp32", "bf16"}) {
          contest.with(type, () -> Effort.of(CALLS, () -> multiply(program, type, x, w)));
        }
        contest.run(2, rounds);
        String what = "product of 1024 rows with " + width + " x " + width + ": gain of bf16";
        board.note(what, contest.ratio("fp32", "bf16"), "x");
      }
      program.close();
    } finally {
      JniUtils.setGradMode(gradients);
    }
  }

  private static boolean multiply(PtSymbolBlock program, String type, NDArray x, NDArray w) {
    for (int i = 0; i < CALLS; i++) {
      try (NDManager scratch = x.getManager().newSubManager()) {
        NDArray method = scratch.create(0f);
        method.setName("module_method:" + type);
        IValueUtils.forward(program, new NDList(x, w, method), false).attach(scratch);
      }
    }
    return true;
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, "m/data.pkl", OBJECT.getBytes(StandardCharsets.ISO_8859_1));
      store(zip, "m/code/__torch__.py", PROGRAM.getBytes(StandardCharsets.UTF_8));
      store(zip, "m/constants.pkl", "\u0080\u0002).".getBytes(StandardCharsets.ISO_8859_1));
      store(zip, "m/version", "3\n".getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
