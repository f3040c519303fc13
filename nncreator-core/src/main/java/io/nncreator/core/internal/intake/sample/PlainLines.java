// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

/** Finds lines in ASCII text without quotes and carriage returns, eight bytes at once. */
final class PlainLines {
  private static final long LINE_ENDS = ByteWords.of((byte) '\n');
  private static final long RETURNS = ByteWords.of((byte) '\r');

  private PlainLines() {}

  /**
   * What lines are made of.
   *
   * @param delimiter ASCII
   * @param delimiters their number in each line
   * @param quote ASCII
   */
  record PlainDialect(byte delimiter, int delimiters, byte quote) {}

  /**
   * Hands all lines to a picker; returns whether each has a number of delimiters, and whether there
   * is nothing but ASCII without quotes and carriage returns.
   */
  static boolean read(byte[] bytes, int from, int end, PlainDialect dialect, RowPicker picker) {
    int delimiters = dialect.delimiters();
    long symbols = ByteWords.of(dialect.delimiter());
    long quotes = ByteWords.of(dialect.quote());
    int start = from;
    int count = 0;
    int at = from;
    for (; at <= end - ByteWords.SIZE; at += ByteWords.SIZE) {
      long word = ByteWords.at(bytes, at);
      if ((word & ByteWords.HIGH) != 0
          || (ByteWords.sameAscii(word, RETURNS) | ByteWords.sameAscii(word, quotes)) != 0) {
        return false;
      }
      long found = ByteWords.sameAscii(word, symbols);
      long ends = ByteWords.sameAscii(word, LINE_ENDS);
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
      if (bytes[at] < 0 || bytes[at] == '\r' || bytes[at] == dialect.quote()) {
        return false;
      }
      count += bytes[at] == dialect.delimiter() ? 1 : 0;
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
