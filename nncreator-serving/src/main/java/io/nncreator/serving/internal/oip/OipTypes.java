// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.oip;

import io.nncreator.runtime.pipeline.RawType;
import java.util.Set;

/** Data types of the protocol. */
final class OipTypes {
  static final Set<String> ALL =
      Set.of(
          "BOOL", "UINT8", "UINT16", "UINT32", "UINT64", "INT8", "INT16", "INT32", "INT64", "FP16",
          "FP32", "FP64", "BYTES");

  private OipTypes() {}

  /** Returns the type that a column is announced with. */
  static String of(RawType type) {
    return switch (type) {
      case NUMBER -> "FP64";
      case BOOLEAN -> "BOOL";
      case CATEGORY, TIMESTAMP -> "BYTES";
    };
  }
}
