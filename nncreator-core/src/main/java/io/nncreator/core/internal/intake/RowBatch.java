// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.CellText;
import io.nncreator.runtime.table.RecordScanner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Some thousands of scanned rows, whose cells can be read while further rows are scanned. */
final class RowBatch {
  private static final int MOST_ROWS = 8_192;
  private static final int MOST_CHARS = 1 << 18;

  private final int width;
  private char[] text = new char[1 << 16];
  private int length;
  private final CellEnds ends = new CellEnds();

  /** Characters between cells. */
  private int gap;

  private int rows;

  RowBatch(int width) {
    this.width = width;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  boolean isFull() {
    return rows >= MOST_ROWS || length >= MOST_CHARS || rows * (long) width >= MOST_CHARS;
  }

  /** Returns whether it holds lines, which must not stand with other rows. */
  boolean holdsLines() {
    return gap > 0;
  }

  /** Takes the row at which a scanner stands. */
  void add(RecordScanner scanner) {
    int size = scanner.end(width - 1);
    reserve(size);
    System.arraycopy(scanner.text(), 0, text, length, size);
    for (int i = 0; i < width; i++) {
      ends.add(length + scanner.end(i));
    }
    length += size;
    rows++;
  }

  /**
   * Takes lines of ASCII without quotes and carriage returns, each of as many cells as there are
   * columns. They must not be added to other rows.
   */
  void addLines(byte[] lines, char delimiter) {
    reserve(lines.length);
    // Both copies are done many characters at a time.
    new String(lines, StandardCharsets.ISO_8859_1).getChars(0, lines.length, text, length);
    ends.addSeparators(lines, (byte) delimiter, length);
    length += lines.length;
    rows = ends.size() / width;
    gap = 1;
  }

  private void reserve(int size) {
    if (length + size > text.length) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, length + size));
    }
  }

  /** Forgets all rows. */
  void clear() {
    length = 0;
    rows = 0;
    gap = 0;
    ends.clear();
  }

  /** Hands every so many columns' cells over, all rows of one column first. */
  void read(@Nullable Cells[] cells, int first, int step) {
    for (int column = first; column < width; column += step) {
      @Nullable Cells target = cells[column];
      if (target != null) {
        for (int cell = column; cell < rows * width; cell += width) {
          read(target, cell == 0 ? 0 : ends.get(cell - 1) + gap, ends.get(cell));
        }
      }
    }
  }

  private void read(Cells target, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && blank(text[start])) {
      start++;
    }
    while (start < end && blank(text[end - 1])) {
      end--;
    }
    if (missing(start, end)) {
      target.addMissing();
    } else {
      target.add(text, start, end);
    }
  }

  private static boolean blank(char symbol) {
    return (symbol <= ' ' || symbol >= '\u00A0') && CellText.BLANKS.indexOf(symbol) >= 0;
  }

  private boolean missing(int start, int end) {
    if (start == end) {
      return true;
    }
    char first = text[start];
    boolean maybe = (first == 'N' || first == 'n' || first == '?') && end - start <= 4;
    return maybe && CellText.MISSING.contains(new String(text, start, end - start));
  }
}
