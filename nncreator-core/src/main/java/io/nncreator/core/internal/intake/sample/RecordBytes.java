// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

import io.nncreator.runtime.table.Dialect;

/**
 * Finds records in bytes by the rules of {@link io.nncreator.runtime.table.RecordScanner}, for
 * dialects of ASCII signs without backslashes.
 */
final class RecordBytes {
  private final byte[] bytes;
  private final int end;
  private final byte delimiter;
  private final byte quote;
  private int at;
  private int cells;
  private boolean blank;

  RecordBytes(byte[] bytes, int from, int end, Dialect dialect) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
    this.delimiter = delimiter(dialect);
    this.quote = (byte) dialect.quote();
  }

  /** Returns the delimiter; one that is no byte of a text stands for none. */
  static byte delimiter(Dialect dialect) {
    return dialect.delimiter() == Dialect.NO_DELIMITER ? (byte) 0xFF : (byte) dialect.delimiter();
  }

  /** Returns where the current record ends. */
  int at() {
    return at;
  }

  /** Returns the number of cells of the current record. */
  int cells() {
    return cells;
  }

  /** Goes to the next record that is no blank line; returns where it starts, or -1. */
  int next() throws UnusualTextException {
    while (at < end) {
      int start = at;
      record();
      if (!(blank && cells == 1)) {
        return start;
      }
    }
    return -1;
  }

  private void record() throws UnusualTextException {
    cells = 0;
    blank = true;
    boolean more = true;
    while (more) {
      more = cell();
      cells++;
    }
  }

  private boolean cell() throws UnusualTextException {
    boolean blanks = true;
    while (at < end) {
      byte symbol = bytes[at++];
      if (symbol == delimiter) {
        return true;
      }
      if (symbol == '\n' || symbol == '\r') {
        return lineEnd(symbol);
      }
      if (symbol == quote && blanks) {
        blank = false;
        return quoted();
      }
      if (symbol != ' ') {
        blanks = false;
        blank = false;
      }
    }
    return false;
  }

  private boolean quoted() throws UnusualTextException {
    while (at < end) {
      if (bytes[at++] == quote) {
        if (at == end || bytes[at] != quote) {
          return afterQuotes();
        }
        at++;
      }
    }
    throw new UnusualTextException();
  }

  private boolean afterQuotes() throws UnusualTextException {
    while (at < end) {
      byte symbol = bytes[at++];
      if (symbol == delimiter) {
        return true;
      }
      if (symbol == '\n' || symbol == '\r') {
        return lineEnd(symbol);
      }
      if (symbol != ' ') {
        throw new UnusualTextException();
      }
    }
    return false;
  }

  private boolean lineEnd(byte symbol) {
    if (symbol == '\r' && at < end && bytes[at] == '\n') {
      at++;
    }
    return false;
  }
}
