// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.internal.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.bundle.DataSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A delimited text file with a header, read in parts. Not thread-safe. */
public final class CsvTable implements AutoCloseable {
  private static final int PART = 4096;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private final String name;
  private final BufferedReader text;
  private final List<String> header;
  private final MappingIterator<String[]> lines;
  private long row;

  private CsvTable(
      String name, BufferedReader text, List<String> header, MappingIterator<String[]> lines) {
    this.name = name;
    this.text = text;
    this.header = header;
    this.lines = lines;
  }

  /**
   * Opens a file and finds out how it is delimited: in the way that shows most columns of the
   * network.
   *
   * @throws DataException if the file cannot be read
   */
  public static CsvTable open(Path file, DataSchema schema) {
    String name = String.valueOf(file.getFileName());
    try {
      BufferedReader text = EncodedText.open(file);
      try {
        char delimiter = delimiter(text, schema);
        MappingIterator<String[]> lines = lines(text, delimiter);
        if (!lines.hasNextValue()) {
          throw new DataException(
              ErrorCode.DATA_EMPTY, "The file (" + file + ") is empty: it lacks the header.");
        }
        return new CsvTable(name, text, header(lines.nextValue()), lines);
      } catch (IOException | RuntimeException e) {
        text.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /**
   * Returns the next rows, or null at the end.
   *
   * @throws DataException if a row has too many or too few cells, or the file cannot be read
   */
  public @Nullable Dataset next() {
    List<String[]> part = new ArrayList<>();
    try {
      while (part.size() < PART && lines.hasNextValue()) {
        String[] cells = lines.nextValue();
        row++;
        if (cells.length != header.size()) {
          throw new DataException(
              ErrorCode.DATA_UNREADABLE,
              "Row "
                  + row
                  + " of the file ("
                  + name
                  + ") has "
                  + cells.length
                  + " cells, its header "
                  + header.size()
                  + ". Maybe a quotation mark or a delimiter is missing there.");
        }
        part.add(cells);
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
    return part.isEmpty() ? null : table(part);
  }

  @Override
  public void close() {
    try (text) {
      lines.close();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private Dataset table(List<String[]> part) {
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < header.size(); c++) {
      String[] cells = new String[part.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = part.get(i)[c];
      }
      columns.add(new Column.Texts(header.get(c), cells));
    }
    return new Dataset(name, columns);
  }

  private static List<String> header(String[] cells) {
    List<String> names = new ArrayList<>();
    for (String cell : cells) {
      names.add(cell.strip());
    }
    return names;
  }

  private static char delimiter(BufferedReader text, DataSchema schema) throws IOException {
    int limit = 1 << 20;
    text.mark(limit);
    char[] start = new char[limit - 1];
    int length = 0;
    int count = text.read(start, 0, start.length);
    while (count > 0) {
      length += count;
      count = text.read(start, length, start.length - length);
    }
    text.reset();
    String sample = new String(start, 0, length);
    List<String> wanted = schema.columns().stream().map(ColumnSchema::name).toList();
    ColumnNames names = new ColumnNames(wanted);
    char best = DELIMITERS[0];
    long most = -1;
    for (char delimiter : DELIMITERS) {
      try (MappingIterator<String[]> lines =
          lines(new BufferedReader(new java.io.StringReader(sample)), delimiter)) {
        List<String> found = lines.hasNextValue() ? header(lines.nextValue()) : List.of();
        long matches = wanted.stream().filter(name -> names.find(name, found) != null).count();
        if (matches > most) {
          most = matches;
          best = delimiter;
        }
      } catch (JsonProcessingException e) {
        // Not the delimiter of this file.
        continue;
      }
    }
    return best;
  }

  private static MappingIterator<String[]> lines(BufferedReader text, char delimiter)
      throws IOException {
    return CsvMapper.builder()
        .enable(CsvParser.Feature.WRAP_AS_ARRAY)
        .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
        .build()
        .readerFor(String[].class)
        .with(CsvSchema.emptySchema().withColumnSeparator(delimiter))
        .readValues(text);
  }

  private static DataException unreadable(String file, IOException cause) {
    if (cause instanceof CharacterCodingException) {
      return new DataException(
          ErrorCode.DATA_UNREADABLE,
          "The file (" + file + ") is not UTF-8. Maybe save it again in UTF-8.",
          cause);
    }
    String why =
        cause instanceof JsonProcessingException syntax
            ? syntax.getOriginalMessage()
            : String.valueOf(cause);
    return new DataException(
        ErrorCode.DATA_UNREADABLE,
        "The file (" + file + ") cannot be read: " + why + ". Maybe check path and rights.",
        cause);
  }
}
