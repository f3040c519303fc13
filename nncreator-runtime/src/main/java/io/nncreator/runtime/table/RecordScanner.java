// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.table;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Parts delimited text into records and cells as RFC 4180 says, with any mixture of line ends.
 * Blank lines are no records. Cells stay in one buffer that the next record overwrites.
 */
public final class RecordScanner {
  private static final int LONGEST_RECORD = 1 << 26;
  private static final int END = -1;

  private final Reader in;
  private final Dialect dialect;
  private final char delimiter;
  private final char quote;
  private final char[] block = new char[1 << 16];
  private int blockAt;
  private int blockEnd;

  private char[] text = new char[1 << 10];
  private int length;
  private int[] ends = new int[16];
  private int cells;
  private boolean quoted;

  private long line;
  private long firstLine;

  /**
   * Creates a scanner.
   *
   * @param firstLine number of the line at which the reader stands
   */
  public RecordScanner(Reader in, Dialect dialect, long firstLine) {
    this.in = in;
    this.dialect = dialect;
    this.delimiter = dialect.delimiter();
    this.quote = dialect.quote();
    this.line = firstLine;
  }

  /** Returns the number of cells of the current record. */
  public int cells() {
    return cells;
  }

  /** Returns the buffer that holds the cells of the current record. */
  public char[] text() {
    return text;
  }

  /** Returns where a cell starts in the buffer. */
  public int start(int cell) {
    return cell == 0 ? 0 : ends[cell - 1];
  }

  /** Returns where a cell ends in the buffer. */
  public int end(int cell) {
    return ends[cell];
  }

  /** Returns a cell of the current record as a text. */
  public String cell(int cell) {
    return new String(text, start(cell), end(cell) - start(cell));
  }

  /** Returns the number of the line on which the current record starts, from 1. */
  public long line() {
    return firstLine;
  }

  /**
   * Reads the next record.
   *
   * @return whether there was one
   * @throws MalformedRecordException if a quote is not closed or text follows a closed one
   */
  public boolean next() throws IOException {
    do {
      firstLine = line;
      if (peek() == END) {
        return false;
      }
      record();
    } while (cells == 1 && !quoted && blank(0));
    return true;
  }

  private void record() throws IOException {
    length = 0;
    cells = 0;
    quoted = false;
    boolean more = true;
    while (more) {
      more = cell();
      if (cells == ends.length) {
        ends = Arrays.copyOf(ends, ends.length * 2);
      }
      ends[cells++] = length;
    }
  }

  /** Reads one cell with what follows it; returns whether that was a delimiter. */
  private boolean cell() throws IOException {
    int start = length;
    while (true) {
      run();
      int symbol = read();
      if (symbol == delimiter) {
        return true;
      }
      if (symbol == END || symbol == '\n') {
        return false;
      }
      if (symbol == quote && blank(start)) {
        length = start;
        inQuotes();
        return afterQuotes();
      }
      append((char) symbol);
    }
  }

  /** Takes ordinary characters up to the next one that may mean something, all at once. */
  private void run() throws IOException {
    do {
      int at = blockAt;
      while (at < blockEnd) {
        char symbol = block[at];
        if (symbol == delimiter || symbol == '\n' || symbol == '\r' || symbol == quote) {
          break;
        }
        at++;
      }
      int count = at - blockAt;
      reserve(count);
      System.arraycopy(block, blockAt, text, length, count);
      length += count;
      blockAt = at;
    } while (blockAt == blockEnd && fill());
  }

  private void inQuotes() throws IOException {
    quoted = true;
    while (true) {
      int symbol = readRaw();
      if (symbol == END) {
        throw new MalformedRecordException(firstLine, "a quote is opened that is never closed");
      }
      if (symbol == dialect.quote()) {
        if (peek() != dialect.quote()) {
          return;
        }
        blockAt++;
      } else if (symbol == '\\' && dialect.backslash() && peek() != END) {
        symbol = readRaw();
      }
      append((char) symbol);
    }
  }

  private boolean afterQuotes() throws IOException {
    while (true) {
      int symbol = read();
      if (symbol == dialect.delimiter()) {
        return true;
      }
      if (symbol == END || symbol == '\n') {
        return false;
      }
      if (symbol != ' ') {
        throw new MalformedRecordException(firstLine, "text follows a closed quote");
      }
    }
  }

  private boolean blank(int start) {
    for (int i = start; i < length; i++) {
      if (text[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  private void append(char symbol) throws MalformedRecordException {
    reserve(1);
    text[length++] = symbol;
  }

  private void reserve(int count) throws MalformedRecordException {
    if (length + count > text.length) {
      if (length >= LONGEST_RECORD) {
        throw new MalformedRecordException(
            firstLine, "a row is longer than " + LONGEST_RECORD + " characters");
      }
      text = Arrays.copyOf(text, Math.max(text.length * 2, length + count));
    }
  }

  /** Reads a character; any line end reads as a line feed. */
  private int read() throws IOException {
    int symbol = readRaw();
    if (symbol != '\r') {
      return symbol;
    }
    if (peek() == '\n') {
      readRaw();
    } else {
      line++;
    }
    return '\n';
  }

  private int readRaw() throws IOException {
    if (blockAt == blockEnd && !fill()) {
      return END;
    }
    char symbol = block[blockAt++];
    if (symbol == '\n') {
      line++;
    }
    return symbol;
  }

  private int peek() throws IOException {
    return blockAt == blockEnd && !fill() ? END : block[blockAt];
  }

  private boolean fill() throws IOException {
    blockAt = 0;
    blockEnd = Math.max(0, in.read(block));
    return blockEnd > 0;
  }

  /** A record that breaks the rules. */
  public static final class MalformedRecordException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;

    MalformedRecordException(long line, String fact) {
      super(fact);
      this.line = line;
    }

    /** Returns the number of the line on which the record starts, from 1. */
    public long line() {
      return line;
    }
  }
}
