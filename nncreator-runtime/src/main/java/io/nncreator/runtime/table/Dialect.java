// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.table;

/**
 * How cells and rows are told apart in delimited text.
 *
 * @param delimiter between cells, or {@link #NO_DELIMITER} if a line is one cell
 * @param quote around cells that hold delimiters, quotes or line ends; doubled inside
 * @param backslash whether a backslash takes the meaning from a quote inside quotes
 */
public record Dialect(char delimiter, char quote, boolean backslash) {
  /** Stands for a delimiter that never comes. */
  public static final char NO_DELIMITER = '\uFFFF';

  /** Returns the delimiter as people call it. */
  public String shown() {
    return switch (delimiter) {
      case '\t' -> "a tab";
      case NO_DELIMITER -> "a delimiter";
      default -> "(" + delimiter + ")";
    };
  }
}
