// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.data.CellText;
import io.nncreator.api.data.DataSource;
import io.nncreator.api.data.Dataset;
import io.nncreator.runtime.table.Dialect;
import io.nncreator.runtime.table.DialectSniffer;
import io.nncreator.runtime.table.RecordScanner;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A random table")
class RandomTablesTest {
  private static final String SYMBOLS = "abcXYZ 0159.,;|\t\"'\\\n\r-_éжλ漢😀";
  private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  @DisplayName("written in a random dialect reads back equal")
  void readsBack(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < 25; round++) {
      List<List<String>> table = table(random);
      char delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
      Charset charset = random.nextInt(4) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
      String mark =
          charset.equals(StandardCharsets.UTF_16LE) || random.nextBoolean() ? "\uFEFF" : "";
      String text = mark + written(table, delimiter, LINE_ENDS[random.nextInt(3)], random);
      Path file = Files.write(folder.resolve("t.csv"), text.getBytes(charset));

      Dataset read = new DatasetReader().readTexts(DataSource.csv(file));

      for (int column = 0; column < table.get(0).size(); column++) {
        List<String> expected = new ArrayList<>();
        for (List<String> row : table.subList(1, table.size())) {
          String clean = CellText.clean(row.get(column));
          expected.add(clean == null ? "-" : clean);
        }
        assertThat(MeaningOf.cells(read.column(table.get(0).get(column))))
            .as("seed %d round %d text %s", seed, round, text)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  @DisplayName("of any characters never fails but with a reason")
  void survivesNoise() throws IOException {
    Random random = new Random(99);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(200);
      for (int i = 0; i < length; i++) {
        text.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
      }
      String sample = text.toString();
      Dialect dialect = new DialectSniffer(sample, true).sniff();
      RecordScanner scanner = new RecordScanner(new StringReader(sample), dialect, 1);
      try {
        while (scanner.next()) {
          assertThat(scanner.cells()).isPositive();
        }
      } catch (RecordScanner.MalformedRecordException e) {
        assertThat(e.line()).isPositive();
      }
    }
  }

  @Test
  @DisplayName("has numbers that are read from buffers as they are from texts")
  void numbersAgree() {
    Random random = new Random(7);
    NumberScanner scanner = new NumberScanner();
    String symbols = "0123456789.eE+-";
    for (int round = 0; round < 200_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(round % 2 == 0 ? 6 : 24);
      for (int i = 0; i < length; i++) {
        text.append(symbols.charAt(random.nextInt(round % 3 == 0 ? symbols.length() : 11)));
      }
      String cell = text.toString();

      double scanned = scanner.scan(cell.toCharArray(), 0, cell.length());

      double expected = CellText.number(cell).orElse(Double.NaN);

      assertThat(Double.compare(scanned, expected)).as(cell).isZero();
    }
  }

  private static List<List<String>> table(Random random) {
    int width = 2 + random.nextInt(5);
    int rows = 3 + random.nextInt(30);
    List<List<String>> table = new ArrayList<>();
    List<String> header = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      header.add("col_" + (char) ('a' + column));
    }
    table.add(header);
    for (int row = 0; row < rows; row++) {
      List<String> cells = new ArrayList<>();
      cells.add(String.valueOf(random.nextInt(1_000)));
      for (int column = 1; column < width; column++) {
        cells.add(random.nextInt(6) == 0 ? "" : cell(random));
      }
      table.add(cells);
    }
    return table;
  }

  private static String cell(Random random) {
    int[] symbols = SYMBOLS.codePoints().toArray();
    StringBuilder cell = new StringBuilder("w");
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      cell.appendCodePoint(symbols[random.nextInt(symbols.length)]);
    }
    return cell.toString();
  }

  private static String written(
      List<List<String>> table, char delimiter, String lineEnd, Random random) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : table) {
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        boolean must = cell.chars().anyMatch(c -> c == delimiter || c == '"' || c < ' ');
        String quoted = '"' + cell.replace("\"", "\"\"") + '"';
        text.append(column == 0 ? "" : delimiter);
        text.append(must || random.nextInt(5) == 0 ? quoted : cell);
      }
      text.append(lineEnd);
    }
    return text.toString();
  }
}
