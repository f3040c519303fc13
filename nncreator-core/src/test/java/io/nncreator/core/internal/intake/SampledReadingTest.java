// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.DataSource;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.data.Finding;
import io.nncreator.api.error.DataException;
import io.nncreator.core.internal.intake.sample.RowSample;
import io.nncreator.core.internal.intake.sample.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reading a sample of a large file")
class SampledReadingTest {
  private static final Sampling SAMPLING = new Sampling(3, 1_000);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @DisplayName("gives the drawn rows as reading the whole file does")
  void readsDrawnRows(boolean quoted) throws IOException {
    DataSource source = write(text(20_000, quoted), "");

    ReadTable sampled = new DatasetReader().read(source, SAMPLING);

    Dataset whole = new DatasetReader().read(source).dataset();
    RowSample sample = sampled.sample();
    assertThat(sample).isNotNull();
    assertThat(sampled.rows()).isEqualTo(whole.rows()).isEqualTo(20_000);
    int[] rows = Arrays.stream(sample.numbers()).mapToInt(Math::toIntExact).toArray();
    Dataset expected = whole.select(rows);
    assertThat(sampled.dataset().rows()).isEqualTo(1_000);
    for (Column column : expected.columns()) {
      assertThat(MeaningOf.cells(sampled.dataset().column(column.name())))
          .isEqualTo(MeaningOf.cells(column));
    }
    assertThat(sampled.findings().get(0).kind()).isEqualTo(Finding.Kind.SAMPLED);
    assertThat(sampled.findings().get(0).reason()).contains("1,000 of 20,000 rows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2,3\n", "1,2,3,4,5\n", "1,2,3,\"open\n", "1,2,3,\"a\"b\n"})
  @DisplayName("complains about a broken row that is not drawn as reading the whole file does")
  void complainsAboutAllRows(String broken) throws IOException {
    DataSource source = write(text(20_000, false), broken);

    DataException error =
        catchThrowableOfType(DataException.class, () -> new DatasetReader().read(source, SAMPLING));

    DataException whole =
        catchThrowableOfType(DataException.class, () -> new DatasetReader().read(source));
    assertThat(error.code()).isEqualTo(whole.code());
    assertThat(error).hasMessage(whole.getMessage()).hasMessageContaining("line 20002");
  }

  @Test
  @DisplayName("takes a text for one of single bytes if only a row that is not drawn says so")
  void readsSingleBytes() throws IOException {
    Path file = folder.resolve("t.csv");
    String text = text(20_000, false) + "1,2,caf\u00e9,2020-01-01\n";
    Files.write(file, text.getBytes(ISO_8859_1));

    ReadTable sampled = new DatasetReader().read(DataSource.csv(file), SAMPLING);

    assertThat(sampled.rows()).isEqualTo(20_001);
    assertThat(sampled.dataset().rows()).isEqualTo(1_000);
  }

  @Test
  @DisplayName("names unreadable cells by their row in the file")
  void namesRowsOfTheFile() throws IOException {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int row = 1; row <= 30_000; row++) {
      text.append(row % 300 == 0 ? "row" + row : "" + row).append(",x\n");
    }

    ReadTable sampled = new DatasetReader().read(write(text.toString(), ""), SAMPLING);

    assertThat(sampled.findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.UNREADABLE_CELLS)
        .singleElement()
        .extracting(Finding::reason)
        .asString()
        .matches(".*\\(row(\\d+)\\) in row \\1[,;].*");
  }

  private static String text(int rows, boolean quoted) {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder text = new StringBuilder("id,number,word,day\n");
    for (int row = 0; row < rows; row++) {
      text.append(row).append(',');
      text.append(random.nextInt(20) == 0 ? "NA" : "" + random.nextInt(1_000_000) / 100.0);
      text.append(quoted ? ",\"a \"\"word\"\",\r\nnumber " : ",  word ").append(random.nextInt(50));
      text.append(quoted ? "\"" : "").append(",2020-01-").append(10 + random.nextInt(20));
      text.append('\n');
    }
    return text.toString();
  }

  private DataSource write(String text, String end) throws IOException {
    Path file = Files.createTempFile(folder, "t", ".csv");
    return DataSource.csv(Files.writeString(file, text + end));
  }
}
