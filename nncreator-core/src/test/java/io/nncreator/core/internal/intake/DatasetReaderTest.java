// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.DataSource;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.data.DateStyle;
import io.nncreator.api.data.Finding;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A reader of tables")
class DatasetReaderTest {
  @TempDir private Path folder;

  private final DatasetReader reader = new DatasetReader();

  @Test
  @DisplayName("counts a few bad cells in many numbers as missing and says so")
  void fewBadCells() throws IOException {
    String rows = IntStream.range(0, 300).mapToObj(i -> i + ",x\n").collect(Collectors.joining());

    ReadTable table = read("a,b\n" + rows + "oops,x\n");

    assertThat(table.dataset().column("a"))
        .isInstanceOfSatisfying(
            Column.Numbers.class, column -> assertThat(column.missing(300)).isTrue());
    assertThat(table.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Finding.Kind.UNREADABLE_CELLS);
              assertThat(finding.column()).isEqualTo("a");
              assertThat(finding.reason()).contains("1 of 301", "(oops) in row 301");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 19, 200})
  @DisplayName("takes a column with more bad cells for texts and keeps each text as written")
  void manyBadCells(int good) throws IOException {
    String numbers =
        IntStream.range(0, good).mapToObj(i -> i + ".50,x\n").collect(Collectors.joining());

    ReadTable table = read("a,b\n" + numbers + "low,x\n".repeat(good / 50 + 1));

    assertThat(table.dataset().column("a"))
        .isInstanceOfSatisfying(
            Column.Texts.class,
            column -> assertThat(column.cells()).startsWith("0.50", "1.50").endsWith("low"));
    assertThat(table.findings()).isEmpty();
  }

  @Test
  @DisplayName("states how dates were written")
  void dateStyles() throws IOException {
    ReadTable table = read("a,b,c\n2012-01-31,31.01.2012,1\n2012-02-01,01.02.2012,2\n");

    assertThat(table.dateStyles())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("a", DateStyle.YEAR_FIRST, "b", DateStyle.DAY_FIRST));
  }

  @Test
  @DisplayName("reads five thousand columns")
  void wide() throws IOException {
    String names =
        IntStream.range(0, 5_000).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
    String cells =
        IntStream.range(0, 5_000).mapToObj(i -> i + ".5").collect(Collectors.joining(","));

    Dataset dataset = read(names + "\n" + cells + "\n" + cells + "\n").dataset();

    assertThat(dataset.columns()).hasSize(5_000);
    assertThat(dataset.column("v4999"))
        .asInstanceOf(type(Column.Numbers.class))
        .satisfies(column -> assertThat(column.cells()).containsExactly(4999.5, 4999.5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"it's.csv", "a*b.csv", "a[1]?.csv", "k=v.csv", "$(x).csv", "a b.csv", "ж.csv"})
  @DisplayName("takes the name of a file for what it is")
  void fileNames(String name) throws IOException {
    Files.writeString(folder.resolve("aXb.csv"), "z\n1\n2\n");
    Path file = Files.writeString(folder.resolve(name), "a,b\n1,2\n");

    assertThat(reader.read(DataSource.csv(file)).dataset().names()).containsExactly("a", "b");
  }

  @Test
  @DisplayName("refuses folders and files that do not exist")
  void noFile() {
    assertThatThrownBy(() -> reader.read(DataSource.csv(folder)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is a folder");
    assertThatThrownBy(() -> reader.read(DataSource.parquet(folder.resolve("none.parquet"))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("does not exist")
        .extracting("code")
        .isEqualTo(ErrorCode.DATA_UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"a\":1}]\n[{\"a\":2}]", "[{\"a\":1}] {\"a\":2}"})
  @DisplayName("refuses JSON that goes on after its array instead of dropping rows in silence")
  void jsonAfterAnArray(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("t.json"), text);

    assertThatThrownBy(() -> reader.read(DataSource.json(file)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("goes on after the end of its array");
  }

  @Test
  @DisplayName("leaves no file open, of whatever encoding it is")
  void closesFiles() throws IOException {
    Path open = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(open), "This system does not show open files.");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "\u00E9,b\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));
    Path half = Files.write(folder.resolve("half.csv.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0});

    assertThat(reader.read(DataSource.csv(latin)).dataset().names()).hasSize(2);
    assertThatThrownBy(() -> reader.read(DataSource.csv(half))).isInstanceOf(DataException.class);

    try (Stream<Path> handles = Files.list(open)) {
      assertThat(handles.map(DatasetReaderTest::behind))
          .noneMatch(file -> file.endsWith("latin.csv") || file.endsWith("half.csv.gz"));
    }
  }

  private static String behind(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      // It was closed meanwhile.
      return "";
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.parquet", "it's *[1].parquet", "k=v.parquet"})
  @DisplayName("reads Parquet with its types")
  void parquet(String name) throws SQLException {
    Path file = folder.resolve(name);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT 1::INT AS i, 1.5::DECIMAL(4,2) AS r, true AS t, DATE '2012-01-31' AS d,"
              + " 'x' AS s, 9007199254740993::BIGINT AS big, 'nan'::DOUBLE AS n, [1, 2] AS l,"
              + " TIMESTAMPTZ '2012-01-31 00:00:00+00' AS z, '01' AS \"q\"\"'\""
              + " UNION ALL SELECT 2, NULL, false, NULL, 'NA', 1, 2.5, NULL, NULL, '1') TO '"
              + file.toString().replace("'", "''")
              + "' (FORMAT parquet)");
    }

    Dataset dataset = new DatasetReader(folder).read(DataSource.parquet(file)).dataset();

    assertThat(dataset.columns().stream().map(DatasetReaderTest::described))
        .containsExactly(
            "i INTEGER [1, 2]",
            "r REAL [1.5, -]",
            "t BOOLEAN [1, 0]",
            "d TIMESTAMP [1327968000, -]",
            "s TEXT [x, -]",
            "big TEXT [9007199254740993, 1]",
            "n REAL [-, 2.5]",
            "l TEXT [[1, 2], -]",
            "z TIMESTAMP [1327968000, -]",
            "q\"' TEXT [01, 1]");
    assertThat(folder).isDirectoryNotContaining(path -> Files.isDirectory(path));
  }

  @Test
  @DisplayName("reads the result of a query")
  void query() {
    DataSource source =
        DataSource.query(
            () -> DriverManager.getConnection("jdbc:duckdb:"),
            "SELECT 1 AS i, 2.50::DECIMAL(8,2) AS r, true AS t, TIMESTAMP '2012-01-31 00:00:01' AS d,"
                + " 'x' AS s UNION ALL SELECT NULL, NULL, NULL, NULL, NULL ORDER BY 1");

    assertThat(reader.read(source).dataset().columns().stream().map(DatasetReaderTest::described))
        .containsExactly(
            "i INTEGER [1, -]",
            "r REAL [2.5, -]",
            "t BOOLEAN [1, -]",
            "d TIMESTAMP [1327968001, -]",
            "s TEXT [x, -]");
  }

  @Test
  @DisplayName("says what the database said about a wrong query")
  void wrongQuery() {
    DataSource source =
        DataSource.query(() -> DriverManager.getConnection("jdbc:duckdb:"), "SELECT * FROM none");

    assertThatThrownBy(() -> reader.read(source))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("none")
        .hasCauseInstanceOf(SQLException.class);
  }

  @Test
  @DisplayName("reads rows in memory with columns that come and go")
  void rows() {
    DataSource source =
        DataSource.rows(
            List.of(
                Map.of("a", 1, "when", Instant.ofEpochSecond(60)),
                Map.of("a", 2.5, "flag", true),
                Map.of("flag", false, "day", LocalDate.EPOCH)));

    Dataset dataset = reader.read(source).dataset();

    assertThat(dataset.names()).containsExactlyInAnyOrder("a", "when", "flag", "day");
    assertThat(described(dataset.column("a"))).isEqualTo("a REAL [1, 2.5, -]");
    assertThat(described(dataset.column("when"))).isEqualTo("when TIMESTAMP [60, -, -]");
    assertThat(described(dataset.column("flag"))).isEqualTo("flag BOOLEAN [-, 1, 0]");
    assertThat(described(dataset.column("day"))).isEqualTo("day TIMESTAMP [-, -, 0]");
  }

  /** A row that an application may have. */
  private record Person(String name, int age, @Nullable Double income, Optional<Level> level) {}

  private enum Level {
    LOW
  }

  @Test
  @DisplayName("reads records")
  void records() {
    DataSource source =
        DataSource.records(
            List.of(
                new Person("Ann", 30, 1.5, Optional.of(Level.LOW)),
                new Person(" ", 31, null, Optional.empty())));

    assertThat(reader.read(source).dataset().columns().stream().map(DatasetReaderTest::described))
        .containsExactly(
            "name TEXT [Ann, -]",
            "age INTEGER [30, 31]",
            "income REAL [1.5, -]",
            "level TEXT [LOW, -]");
  }

  @Test
  @DisplayName("refuses sources in memory that hold nothing")
  void nothing() {
    assertThatThrownBy(() -> reader.read(DataSource.rows(List.of())))
        .isInstanceOf(DataException.class)
        .extracting("code")
        .isEqualTo(ErrorCode.DATA_EMPTY);
  }

  @Test
  @DisplayName("makes no text longer than its message needs")
  void shown() {
    assertThat(Shown.of("a\nb\u202Ec")).isEqualTo("a\uFFFDb\uFFFDc");
    assertThat(Shown.of("x".repeat(500))).hasSize(82).endsWith("x..");
  }

  @Test
  @DisplayName("may do nothing in its database but read the one file")
  void confined() throws SQLException, IOException {
    Path other = Files.writeString(folder.resolve("other.csv"), "secret\n1\n");
    Path own = Files.writeString(folder.resolve("own.csv"), "a\n1\n");

    try (DuckDb database = DuckDb.open(own, folder)) {
      for (String forbidden :
          Stream.of(
                  "SELECT count(*) > 0 FROM read_csv(" + DuckDb.literal(other.toString()) + ")",
                  "SELECT count(*) > 0 FROM read_csv('https://example.invalid/a.csv')",
                  "SELECT count(*) > 0 FROM glob(" + DuckDb.literal(folder + "/*") + ")",
                  "SET enable_external_access = true")
              .toList()) {
        assertThatThrownBy(() -> database.holds(forbidden))
            .as(forbidden)
            .isInstanceOf(SQLException.class);
      }
    }
    assertThat(Arrays.stream(folder.toFile().list()))
        .containsExactlyInAnyOrder("own.csv", "other.csv");
  }

  private ReadTable read(String text) throws IOException {
    return reader.read(DataSource.csv(Files.writeString(folder.resolve("t.csv"), text)));
  }

  private static String described(Column column) {
    String type = column instanceof Column.Numbers numbers ? numbers.type().name() : "TEXT";
    return column.name() + " " + type + " " + MeaningOf.cells(column);
  }
}
