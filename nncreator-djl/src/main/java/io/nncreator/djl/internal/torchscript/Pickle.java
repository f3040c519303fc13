// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import io.nncreator.api.graph.Tensor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the few opcodes of pickle protocol 2 that describe a module. Not thread-safe. */
final class Pickle {
  private static final int PROTOCOL = 0x80;
  private static final int NEW_OBJECT = 0x81;
  private static final int TRUE = 0x88;
  private static final int FALSE = 0x89;
  private static final int LONG1 = 0x8a;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Pickle() {
    out.write(PROTOCOL);
    out.write(2);
  }

  /** Begins an object whose state follows as a dictionary. */
  Pickle beginObject(String module, String type) {
    return global(module, type).code(')').code(NEW_OBJECT).code('}').code('(');
  }

  byte[] endObject() {
    return code('u').code('b').code('.').out.toByteArray();
  }

  Pickle text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    code('X').little(utf8.length);
    out.writeBytes(utf8);
    return this;
  }

  Pickle truth(boolean value) {
    return code(value ? TRUE : FALSE);
  }

  /** Writes an empty {@code List[Tensor]}. */
  Pickle emptyTensorList() {
    return global("torch.jit._pickle", "build_tensorlist")
        .code('(')
        .code(']')
        .code('(')
        .code('e')
        .code('t')
        .code('R');
  }

  /** Writes a tensor whose elements lie in the archive's entry {@code data/<storage>}. */
  Pickle tensor(Tensor tensor, String storage, boolean trainable) {
    global("torch._utils", "_rebuild_tensor_v2").code('(').code('(');
    text("storage").global("torch", storageType(tensor)).text(storage).text("cpu");
    integer(tensor.size()).code('t').code('Q').integer(0);
    long[] dims = tensor.dims();
    tuple(dims).tuple(strides(dims)).truth(trainable);
    return global("collections", "OrderedDict").code(')').code('R').code('t').code('R');
  }

  private static String storageType(Tensor tensor) {
    return switch (tensor.dtype()) {
      case F32 -> "FloatStorage";
      case F64 -> "DoubleStorage";
      case I64 -> "LongStorage";
      case BOOL -> throw new IllegalArgumentException("There is no constant of type BOOL.");
    };
  }

  private static long[] strides(long[] dims) {
    long[] strides = new long[dims.length];
    long step = 1;
    for (int i = dims.length - 1; i >= 0; i--) {
      strides[i] = step;
      step *= dims[i];
    }
    return strides;
  }

  private Pickle tuple(long[] values) {
    code('(');
    for (long value : values) {
      integer(value);
    }
    return code('t');
  }

  private Pickle integer(long value) {
    if (value >= 0 && value < 256) {
      return code('K').code((int) value);
    }
    if (value == (int) value) {
      return code('J').little((int) value);
    }
    return code(LONG1).code(Long.BYTES).little((int) value).little((int) (value >>> 32));
  }

  private Pickle global(String module, String name) {
    code('c');
    out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  private Pickle little(int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write(value >>> shift);
    }
    return this;
  }

  private Pickle code(int code) {
    out.write(code);
    return this;
  }
}
