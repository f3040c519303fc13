// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.runtime.table.Layout;
import io.nncreator.runtime.table.RecordScanner;
import io.nncreator.runtime.table.TableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A sampler of rows")
class RowSamplerTest {
  private static final int MOST = 500;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"plain", "quoted", "returns", "letters", "stray"})
  @DisplayName("counts all rows and draws some as they stand")
  void drawsRowsAsTheyStand(String manner) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    Path file = write(text(manner, 150_000));
    TableFile table = new TableFile(file);
    Layout layout = table.layout();
    table.rows(layout, scanner -> rows.add(cells(scanner)));

    DrawnText drawn = draw(file, 1).orElseThrow();

    assertThat(drawn.sample().rows()).isEqualTo(rows.size());
    long[] numbers = drawn.sample().numbers();
    assertThat(numbers).hasSize(MOST).isSorted();
    List<List<String>> expected =
        Arrays.stream(numbers).mapToObj(number -> rows.get((int) number)).toList();
    assertThat(read(drawn, table, layout)).isEqualTo(expected);
  }

  @Test
  @DisplayName("draws the same rows by the same seed, others by another one")
  void followsTheSeed() throws IOException {
    Path file = write(text("plain", 120_000));

    long[] first = draw(file, 1).orElseThrow().sample().numbers();

    assertThat(draw(file, 1).orElseThrow().sample().numbers()).isEqualTo(first);
    assertThat(draw(file, 2).orElseThrow().sample().numbers()).isNotEqualTo(first);
    assertThat(Arrays.stream(first).average().orElseThrow()).isBetween(52_000.0, 68_000.0);
  }

  @Test
  @DisplayName("reads a packed text like the text itself")
  void readsPackedText() throws IOException {
    String text = text("plain", 120_000);
    Path packed = folder.resolve("t.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.getBytes(UTF_8));
    }

    RowSample sample = draw(packed, 1).orElseThrow().sample();

    RowSample plain = draw(write(text), 1).orElseThrow().sample();
    assertThat(sample.fingerprint()).isEqualTo(plain.fingerprint());
    assertThat(sample.numbers()).isEqualTo(plain.numbers());
    assertThat(sample.rows()).isEqualTo(120_000);
  }

  @Test
  @DisplayName("tells texts apart that differ in one byte of a row that is not drawn")
  void fingerprintsEveryByte() throws IOException {
    String text = text("plain", 120_000);
    String before = draw(write(text), 1).orElseThrow().sample().fingerprint();

    Path other = write(text.substring(0, text.length() - 2) + "X\n");

    assertThat(draw(other, 1).orElseThrow().sample().fingerprint()).isNotEqualTo(before);
  }

  @Test
  @DisplayName("leaves a text alone that has no more rows than wanted, or breaks the rules")
  void leavesTextsAlone() throws IOException {
    assertThat(draw(write(text("plain", MOST)), 1)).isEmpty();
    assertThat(draw(write(text("plain", 5_000).replace('\n', '\r')), 1)).isEmpty();
    assertThat(draw(write(text("plain", 5_000) + "1,2\n"), 1)).isEmpty();
    assertThat(draw(write(text("plain", 5_000) + "1,2,\"open\n"), 1)).isEmpty();
    assertThat(draw(write(text("plain", 5_000) + "1,2,\"a\"b\n"), 1)).isEmpty();
  }

  @Test
  @DisplayName("sees that a text is not UTF-8 after all")
  void seesWrongEncoding() throws IOException {
    Path file = Files.write(folder.resolve("t.csv"), text("letters", 9_000).getBytes(ISO_8859_1));
    Path late =
        Files.write(
            folder.resolve("l.csv"), (text("plain", 9_000) + "1,2,\u00e9\n").getBytes(ISO_8859_1));

    assertThatThrownBy(() -> draw(file, 1)).isInstanceOf(CharacterCodingException.class);
    assertThatThrownBy(() -> draw(late, 1)).isInstanceOf(CharacterCodingException.class);
  }

  private static Optional<DrawnText> draw(Path file, long seed) throws IOException {
    TableFile table = new TableFile(file);
    return new RowSampler(table.text(), table.layout(), seed, MOST).draw();
  }

  private static List<List<String>> read(DrawnText drawn, TableFile table, Layout layout)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (DrawnText.Piece piece : drawn.pieces()) {
      try (Reader reader = table.text().decoded(new ByteArrayInputStream(piece.bytes()))) {
        RecordScanner scanner = new RecordScanner(reader, layout.dialect(), 1);
        while (scanner.next()) {
          rows.add(cells(scanner));
        }
      }
    }
    return rows;
  }

  private static List<String> cells(RecordScanner scanner) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < scanner.cells(); i++) {
      cells.add(scanner.cell(i));
    }
    return cells;
  }

  /** Writes more than one block of three columns. */
  private static String text(String manner, int rows) {
    SplittableRandom random = new SplittableRandom(7);
    String end = manner.equals("returns") ? "\r\n" : "\n";
    StringBuilder text = new StringBuilder("a,b,c").append(end);
    for (int row = 0; row < rows; row++) {
      String cell =
          switch (random.nextInt(manner.equals("plain") ? 1 : 4)) {
            case 1 -> manner.equals("quoted") ? "\"x \"\"y\"\",\n " + row + "\"" : " w ";
            case 2 -> manner.equals("letters") ? "\u00e9\u00df" : "";
            case 3 ->
                manner.equals("stray") ? "5\" pipe" : manner.equals("quoted") ? " \"q\" " : "v";
            default -> "word " + random.nextInt(100_000);
          };
      text.append(row).append(',').append(random.nextInt(1000)).append(',').append(cell);
      text.append(end);
      if (!manner.equals("plain") && random.nextInt(50) == 0) {
        text.append(end);
      }
    }
    // The last row has no end.
    return manner.equals("quoted") ? text.append("1,2,3").toString() : text.toString();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "t", ".csv"), text);
  }
}
