// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import io.nncreator.api.graph.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript module as a file: a ZIP of stored entries with the program text, a pickle of the
 * attributes and the raw elements of each tensor. Equal modules give equal bytes. PyTorch 1.13 and
 * later load it, from C++ and Python.
 *
 * @param methods text of the methods, each line indented by at least two spaces
 * @param attributes values that come with the program
 */
public record ScriptArchive(String methods, List<Attribute> attributes) {
  /** The name of the module's type in program texts. */
  public static final String TYPE = "__torch__.Network";

  private static final String FOLDER = "network/";

  /** The first of January 1980 would be written as an extra field in universal time. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  /** Copies the attributes. */
  public ScriptArchive {
    attributes = List.copyOf(attributes);
  }

  /** Writes the archive; the stream stays open. */
  public void writeTo(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.US_ASCII);
    store(zip, "data.pkl", pickle());
    store(zip, "code/__torch__.py", program().getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < attributes.size(); i++) {
      Tensor tensor = attributes.get(i).tensor();
      if (tensor != null) {
        store(zip, "data/" + i, elements(tensor));
      }
    }
    byte[] noConstants = {(byte) 0x80, 2, ')', '.'};
    store(zip, "constants.pkl", noConstants);
    store(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    store(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    zip.finish();
  }

  /** Returns the program text. */
  String program() {
    StringBuilder text = new StringBuilder("class Network(Module):\n");
    text.append("  __parameters__ = ").append(names(true)).append('\n');
    text.append("  __buffers__ = ").append(names(false)).append('\n');
    text.append("  training : bool\n");
    attributes.forEach(attribute -> text.append(attribute.declaration()));
    return text.append(methods).toString();
  }

  private String names(boolean parameters) {
    StringBuilder text = new StringBuilder("[");
    for (Attribute attribute : attributes) {
      if (attribute.tensor() != null && attribute.parameter() == parameters) {
        text.append('"').append(attribute.name()).append("\", ");
      }
    }
    return text.append(']').toString();
  }

  private byte[] pickle() {
    Pickle pickle = new Pickle().beginObject("__torch__", "Network").text("training").truth(false);
    for (int i = 0; i < attributes.size(); i++) {
      Attribute attribute = attributes.get(i);
      pickle.text(attribute.name());
      if (attribute.tensor() == null) {
        pickle.emptyTensorList();
      } else {
        pickle.tensor(attribute.tensor(), String.valueOf(i), attribute.parameter());
      }
    }
    return pickle.endObject();
  }

  private static byte[] elements(Tensor tensor) {
    int width = tensor.dtype() == io.nncreator.api.graph.DType.F32 ? Float.BYTES : Long.BYTES;
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(tensor.size(), width))
            .order(ByteOrder.LITTLE_ENDIAN);
    switch (tensor.dtype()) {
      case F32 -> bytes.asFloatBuffer().put(tensor.floats());
      case F64 -> bytes.asDoubleBuffer().put(tensor.doubles());
      case I64 -> bytes.asLongBuffer().put(tensor.longs());
      case BOOL -> throw new IllegalArgumentException("There is no constant of type BOOL.");
    }
    return bytes.array();
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(FOLDER + name);
    CRC32 sum = new CRC32();
    sum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(sum.getValue());
    // A local time: an instant would be written in the machine's time zone.
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
