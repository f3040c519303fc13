// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

/** Finds lines in ASCII text without quotes and carriage returns, eight bytes at once. */
final class PlainLines {
  private static final long LINE_ENDS = ByteWords.of((byte) '\n');
  private static final long RETURNS = ByteWords.of((byte) '\r');

  private PlainLines() {}

  /**
   * Hands all lines to a picker; returns whether each has a number of delimiters, and whether there
   * is nothing but ASCII without carriage returns.
   */
  static boolean read(
      byte[] bytes, int from, int end, byte delimiter, int delimiters, RowPicker picker) {
    long symbols = ByteWords.of(delimiter);
    int start = from;
    int count = 0;
    int at = from;
    for (; at <= end - ByteWords.SIZE; at += ByteWords.SIZE) {
      long word = ByteWords.at(bytes, at);
      long found = ByteWords.same(word, symbols);
      long ends = ByteWords.same(word, LINE_ENDS);
      if (((word & ByteWords.HIGH) | ByteWords.same(word, RETURNS)) != 0) {
        return false;
      }
      while (ends != 0) {
        int before = Long.bitCount(found & (Long.lowestOneBit(ends) - 1));
        if (count + before != delimiters) {
          return false;
        }
        int next = at + (Long.numberOfTrailingZeros(ends) >>> 3) + 1;
        picker.row(start, next);
        start = next;
        count = -before;
        ends &= ends - 1;
      }
      count += Long.bitCount(found);
    }
    for (; at < end; at++) {
      if (bytes[at] < 0 || bytes[at] == '\r') {
        return false;
      }
      count += bytes[at] == delimiter ? 1 : 0;
      if (bytes[at] == '\n') {
        if (count != delimiters) {
          return false;
        }
        picker.row(start, at + 1);
        start = at + 1;
        count = 0;
      }
    }
    if (start < end) {
      picker.row(start, end);
      return count == delimiters;
    }
    return true;
  }
}
