// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules that columns and encodings of one pipeline must keep. */
final class PipelineRules {
  private PipelineRules() {}

  static void check(List<RawColumn> columns, List<Encoding> encodings) {
    Map<String, RawType> types = new LinkedHashMap<>();
    for (RawColumn column : columns) {
      if (types.put(column.name(), column.type()) != null) {
        throw new IllegalArgumentException("Two raw columns are named (" + column.name() + ").");
      }
    }
    Set<String> used = new HashSet<>();
    for (Encoding encoding : encodings) {
      RawType type = types.get(encoding.column());
      if (type == null || !suits(encoding, type)) {
        throw new IllegalArgumentException(
            "The encoding "
                + encoding
                + " does not suit "
                + (type == null ? "any raw column" : "a " + type)
                + ".");
      }
      if (!used.add(encoding.column()) && type == RawType.CATEGORY) {
        throw new IllegalArgumentException(
            "The column of texts (" + encoding.column() + ") has two encodings; it must have one.");
      }
    }
    for (String column : types.keySet()) {
      if (!used.contains(column)) {
        throw new IllegalArgumentException(
            "The raw column (" + column + ") has no encoding. Maybe leave it out.");
      }
    }
  }

  private static boolean suits(Encoding encoding, RawType type) {
    if (encoding instanceof Encoding.OneHotCategory
        || encoding instanceof Encoding.EmbeddedCategory
        || encoding instanceof Encoding.TextWords) {
      return type == RawType.CATEGORY;
    }
    return type.isNumeric();
  }
}
