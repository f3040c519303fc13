// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.DataSource;
import io.nncreator.api.data.Dataset;
import io.nncreator.core.internal.intake.DatasetReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A fingerprint of data")
class DataFingerprintTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("is the same whatever file the table came from")
  void sameTable() throws IOException {
    String plain = of("t.csv", "a,b\n1.5,x\n,y\n");

    assertThat(of("t.tsv", "\uFEFFa\tb\r\n1.50\t\"x\"\r\nNA\ty\r\n")).isEqualTo(plain);
    assertThat(of("t.json", "[{\"a\":1.5,\"b\":\"x\"},{\"b\":\"y\"}]")).isEqualTo(plain);
    assertThat(plain).matches("[0-9a-f]{64}");
  }

  @Test
  @DisplayName("changes with any name, type, cell or order")
  void otherTables() {
    assertThat(
            List.of(
                of(numbers("a", 1, 2)),
                of(numbers("b", 1, 2)),
                of(numbers("a", 2, 1)),
                of(numbers("a", 1, Double.NaN)),
                of(new Column.Numbers("a", NumberType.INTEGER, new double[] {1, 2})),
                of(new Column.Texts("a", new String[] {"1", "2"})),
                of(new Column.Texts("a", new String[] {"12", ""})),
                of(new Column.Texts("a", new @Nullable String[] {"12", null})),
                of(numbers("a", 1, 2), numbers("b", 1, 2)),
                of(numbers("b", 1, 2), numbers("a", 1, 2))))
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("is the same for both zeros")
  void zeros() {
    assertThat(of(numbers("a", 0.0, 1))).isEqualTo(of(numbers("a", -0.0, 1)));
  }

  @Test
  @DisplayName("covers texts longer than its buffer")
  void longTexts() {
    String text = "x".repeat(100_000);

    assertThat(of(new Column.Texts("a", new String[] {text + "a"})))
        .isNotEqualTo(of(new Column.Texts("a", new String[] {text + "b"})));
  }

  private String of(String name, String text) throws IOException {
    Path file = Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    return DataFingerprint.of(new DatasetReader().read(DataSource.file(file)).dataset());
  }

  private static String of(Column... columns) {
    return DataFingerprint.of(new Dataset("t", List.of(columns)));
  }

  private static Column numbers(String name, double... cells) {
    return new Column.Numbers(name, NumberType.REAL, cells);
  }
}
