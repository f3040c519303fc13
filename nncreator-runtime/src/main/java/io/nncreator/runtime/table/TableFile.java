// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.table;

import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file of delimited text whose encoding and layout are found out; it can be scanned from its
 * start any number of times. Not thread-safe.
 */
public final class TableFile {
  private static final int SAMPLE = 1 << 18;
  private static final String EXCEL_HINT = "sep=";

  private final TextFile text;

  /**
   * Looks at the beginning of a file.
   *
   * @throws DataException if it cannot be read, is empty or is not text
   */
  public TableFile(Path file) {
    this.text = new TextFile(file);
  }

  /** Work on the whole text, from its start. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /** Work on one row. */
  @FunctionalInterface
  public interface RowWork {
    /** Does it; the scanner stands at the row. */
    void row(RecordScanner scanner);
  }

  /** Returns the file. */
  public SourceFile file() {
    return text.file();
  }

  /** Returns the text of the file. */
  public TextFile text() {
    return text;
  }

  /**
   * Does work that reads the text; does it again with another encoding if the first one turns out
   * to be wrong.
   *
   * @throws DataException if the text is malformed or cannot be read
   */
  public <T> T decode(Work<T> work) {
    try {
      try {
        return work.run();
      } catch (CharacterCodingException e) {
        text.assumeSingleByte();
        return work.run();
      }
    } catch (RecordScanner.MalformedRecordException e) {
      throw text.file()
          .unreadable(
              "is malformed in line " + e.line() + ": " + e.getMessage(),
              "a quote inside a text is not doubled.",
              e);
    } catch (EOFException | ZipException e) {
      throw text.file().unreadable("cannot be unpacked to its end", "it was cut off.", e);
    } catch (IOException e) {
      throw text.file().unreadable("cannot be read", "the disk or network drive is at fault.", e);
    }
  }

  /** Finds out the layout from the beginning of the text. */
  public Layout layout() throws IOException {
    String sample = sample();
    int skip = excelHint(sample);
    DialectSniffer sniffer = sniffer(sample, skip);
    Dialect dialect =
        skip == 0 ? sniffer.sniff() : new Dialect(sample.charAt(EXCEL_HINT.length()), '"', false);
    List<List<String>> records = sniffer.records(dialect);
    if (records.isEmpty()) {
      if (sample.substring(skip).isBlank()) {
        throw file().empty("The file (" + file().name() + ") holds nothing but blanks.");
      }
      // The first record is longer than the sample or malformed; scanning it says which.
      return new Layout(dialect, skip, false, List.of("c1"));
    }
    return Layout.of(dialect, skip, records);
  }

  /**
   * Returns the layout if the dialect is the given one and the first record names the columns, or
   * null if there is no such record.
   */
  public @Nullable Layout headed(Dialect dialect) throws IOException {
    String sample = sample();
    int skip = excelHint(sample);
    List<List<String>> records = sniffer(sample, skip).records(dialect);
    return records.isEmpty() ? null : Layout.of(dialect, skip, records, true);
  }

  private static DialectSniffer sniffer(String sample, int skip) {
    return new DialectSniffer(sample.substring(skip), sample.length() < SAMPLE);
  }

  private static RecordScanner scanner(Reader reader, Layout layout) throws IOException {
    for (int i = 0; i < layout.skip(); i++) {
      reader.read();
    }
    RecordScanner scanner = new RecordScanner(reader, layout.dialect(), layout.skip() == 0 ? 1 : 2);
    if (layout.header()) {
      scanner.next();
    }
    return scanner;
  }

  /**
   * Hands over all rows.
   *
   * @throws DataException if a row has more or fewer cells than the first one
   */
  public void rows(Layout layout, RowWork work) throws IOException {
    try (Reader reader = text.open()) {
      RecordScanner scanner = scanner(reader, layout);
      while (scanner.next()) {
        requireWidth(layout, scanner);
        work.row(scanner);
      }
    }
  }

  private void requireWidth(Layout layout, RecordScanner scanner) {
    if (scanner.cells() != layout.names().size()) {
      throw new DataException(
          ErrorCode.DATA_UNREADABLE,
          "The file ("
              + file().name()
              + ") has "
              + scanner.cells()
              + " cells in line "
              + scanner.line()
              + " where its first row has "
              + layout.names().size()
              + ". Maybe a text with "
              + layout.dialect().shown()
              + " lacks quotes around it, or a line is a title or a comment.");
    }
  }

  private String sample() throws IOException {
    char[] buffer = new char[SAMPLE];
    int length = 0;
    try (Reader reader = text.open()) {
      int read = reader.read(buffer, 0, SAMPLE);
      while (read > 0) {
        length += read;
        read = reader.read(buffer, length, SAMPLE - length);
      }
    }
    return new String(buffer, 0, length);
  }

  /** Returns the length of a first line such as {@code sep=;}, by which Excel states a dialect. */
  private static int excelHint(String sample) {
    int end = EXCEL_HINT.length() + 1;
    if (!sample.startsWith(EXCEL_HINT) || sample.length() <= end) {
      return 0;
    }
    if (sample.charAt(end) == '\n') {
      return end + 1;
    }
    return sample.startsWith("\r\n", end) ? end + 2 : 0;
  }
}
