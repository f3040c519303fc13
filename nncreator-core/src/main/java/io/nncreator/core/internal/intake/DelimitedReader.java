// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.CellText;
import io.nncreator.api.data.Column;
import io.nncreator.api.data.Finding;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads delimited text of any usual dialect, encoding and typing in as few passes as can be. */
final class DelimitedReader {
  private static final int SAMPLE = 1 << 18;
  private static final String EXCEL_HINT = "sep=";

  private final TextFile text;
  private final boolean asTexts;
  private final NumberScanner numbers = new NumberScanner();

  DelimitedReader(Path file, boolean asTexts) {
    this.text = new TextFile(file);
    this.asTexts = asTexts;
  }

  RawTable read() {
    try {
      return decode();
    } catch (RecordScanner.MalformedRecordException e) {
      throw malformed(e);
    } catch (EOFException | ZipException e) {
      throw text.file().unreadable("cannot be unpacked to its end", "it was cut off.", e);
    } catch (IOException e) {
      throw text.file().unreadable("cannot be read", "the disk or network drive is at fault.", e);
    }
  }

  private RawTable decode() throws IOException {
    try {
      return parse();
    } catch (CharacterCodingException e) {
      text.assumeSingleByte();
      return parse();
    }
  }

  private RawTable parse() throws IOException {
    Layout layout = layout();
    DatasetReader.requireDifferent(text.file().name(), layout.names());
    int width = layout.names().size();
    @Nullable Cells[] cells = new @Nullable Cells[width];
    Arrays.setAll(cells, i -> asTexts ? new TextCells() : new NumberCells(numbers));
    scan(layout, cells);

    Column[] columns = new Column[width];
    @Nullable Cells[] again = new @Nullable Cells[width];
    List<Finding> findings = new ArrayList<>();
    boolean complete = true;
    for (int i = 0; i < width; i++) {
      Optional<Column> column = column(layout.names().get(i), cells[i], findings);
      if (column.isPresent()) {
        columns[i] = column.get();
      } else {
        again[i] = new TextCells();
        complete = false;
      }
    }
    if (!complete) {
      scan(layout, again);
      for (int i = 0; i < width; i++) {
        if (again[i] instanceof TextCells texts) {
          columns[i] = texts.column(layout.names().get(i));
        }
      }
    }
    return new RawTable(layout.withoutEmptyEdge(columns), findings);
  }

  private static Optional<Column> column(
      String name, @Nullable Cells cells, List<Finding> findings) {
    if (cells instanceof NumberCells number) {
      Optional<Column> column = number.column(name);
      number.finding(name).ifPresent(findings::add);
      return column;
    }
    return cells instanceof TextCells texts ? Optional.of(texts.column(name)) : Optional.empty();
  }

  private void scan(Layout layout, @Nullable Cells[] cells) throws IOException {
    try (Reader reader = text.open()) {
      for (int i = 0; i < layout.skip(); i++) {
        reader.read();
      }
      RecordScanner scanner =
          new RecordScanner(reader, layout.dialect(), layout.skip() == 0 ? 1 : 2);
      if (layout.header()) {
        scanner.next();
      }
      while (scanner.next()) {
        if (scanner.cells() != cells.length) {
          throw ragged(layout, scanner);
        }
        record(scanner, cells);
      }
    }
  }

  private static void record(RecordScanner scanner, @Nullable Cells[] cells) {
    char[] buffer = scanner.text();
    for (int i = 0; i < cells.length; i++) {
      @Nullable Cells column = cells[i];
      if (column == null) {
        continue;
      }
      int start = scanner.start(i);
      int end = scanner.end(i);
      while (start < end && blank(buffer[start])) {
        start++;
      }
      while (start < end && blank(buffer[end - 1])) {
        end--;
      }
      if (missing(buffer, start, end)) {
        column.addMissing();
      } else {
        column.add(buffer, start, end);
      }
    }
  }

  private static boolean blank(char symbol) {
    return (symbol <= ' ' || symbol >= '\u00A0') && CellText.BLANKS.indexOf(symbol) >= 0;
  }

  private static boolean missing(char[] buffer, int start, int end) {
    if (start == end) {
      return true;
    }
    char first = buffer[start];
    boolean maybe = (first == 'N' || first == 'n' || first == '?') && end - start <= 4;
    return maybe && CellText.MISSING.contains(new String(buffer, start, end - start));
  }

  private Layout layout() throws IOException {
    char[] buffer = new char[SAMPLE];
    int length = 0;
    try (Reader reader = text.open()) {
      int read;
      while (length < SAMPLE && (read = reader.read(buffer, length, SAMPLE - length)) > 0) {
        length += read;
      }
    }
    String sample = new String(buffer, 0, length);
    int skip = excelHint(sample);
    String body = sample.substring(skip);
    DialectSniffer sniffer = new DialectSniffer(body, length < SAMPLE);
    Dialect dialect =
        skip == 0 ? sniffer.sniff() : new Dialect(sample.charAt(EXCEL_HINT.length()), '"', false);
    List<List<String>> records = sniffer.records(dialect);
    if (records.isEmpty()) {
      if (body.isBlank()) {
        throw text.file().empty("The file (" + text.file().name() + ") holds nothing but blanks.");
      }
      // The first record is longer than the sample or malformed; scanning it says which.
      return new Layout(dialect, skip, false, List.of("c1"));
    }
    return Layout.of(dialect, skip, records);
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

  private DataException ragged(Layout layout, RecordScanner scanner) {
    String where = text.file().name() + ") has " + scanner.cells() + " cells in line ";
    return new DataException(
        ErrorCode.DATA_UNREADABLE,
        "The file ("
            + where
            + scanner.line()
            + " where its first row has "
            + layout.names().size()
            + ". Maybe a text with "
            + layout.dialect().shown()
            + " lacks quotes around it, or a line is a title or a comment.");
  }

  private DataException malformed(RecordScanner.MalformedRecordException e) {
    return text.file()
        .unreadable(
            "is malformed in line " + e.line() + ": " + e.getMessage(),
            "a quote inside a text is not doubled.",
            e);
  }
}
