// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.problem;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, such as {@code /instances/0/age}
 * @param field name of the column, or null
 * @param code code of the error, or null
 * @param detail the fact, then what may help
 */
public record FieldProblem(
    String pointer, @Nullable String field, @Nullable String code, String detail) {
  /** Returns the pointer to a column of a row. */
  public static String pointer(int rowIndex, String column) {
    return "/instances/" + rowIndex + "/" + column.replace("~", "~0").replace("/", "~1");
  }
}
