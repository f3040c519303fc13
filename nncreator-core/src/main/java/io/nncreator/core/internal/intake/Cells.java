// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

/** Takes the cells of one column of delimited text, row by row. */
interface Cells {
  /**
   * Takes the next cell.
   *
   * @param text buffer that holds it
   * @param start its first character, blanks cut off
   * @param end after its last character
   */
  void add(char[] text, int start, int end);

  /** Takes a row without a value. */
  void addMissing();
}
