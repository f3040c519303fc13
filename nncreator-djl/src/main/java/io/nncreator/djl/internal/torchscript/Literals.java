// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Span;

/** Numbers and types as TorchScript text. */
final class Literals {
  private Literals() {}

  static String of(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return Double.toString(value);
  }

  /** Returns PyTorch's number of an element type (c10::ScalarType). */
  static int scalarType(DType dtype) {
    return switch (dtype) {
      case I64 -> 4;
      case F32 -> 6;
      case F64 -> 7;
      case BOOL -> 11;
    };
  }

  static String list(long... values) {
    return java.util.Arrays.toString(values);
  }

  /** Returns the strides of a window. */
  static String strides(Span rows, Span columns) {
    return list(rows.stride(), columns.stride());
  }

  /** Returns the paddings of a window. */
  static String paddings(Span rows, Span columns) {
    return list(rows.padding(), columns.padding());
  }
}
