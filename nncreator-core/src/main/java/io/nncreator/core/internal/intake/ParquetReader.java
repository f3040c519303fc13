// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.runtime.table.SourceFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Apache Parquet files by DuckDB. */
final class ParquetReader {
  private static final Set<String> WHOLE =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "HUGEINT",
          "UHUGEINT");
  private static final Set<String> TIMES =
      Set.of(
          "DATE",
          "TIMESTAMP",
          "TIMESTAMP_S",
          "TIMESTAMP_MS",
          "TIMESTAMP_NS",
          "TIMESTAMP WITH TIME ZONE");
  private static final String EXACT = "9007199254740992";

  private final SourceFile file;
  private final Path scratch;

  ParquetReader(Path file, Path scratch) {
    this.file = SourceFile.of(file);
    this.scratch = scratch;
  }

  RawTable read() {
    if (!SourceFile.starts(file.magic(), 'P', 'A', 'R', '1')) {
      throw file.unreadable("is not Parquet", "its name has the wrong ending.", null);
    }
    try (DuckDb database = DuckDb.open(file.path(), scratch)) {
      String rows = "read_parquet(" + database.file() + ", hive_partitioning = false)";
      List<DuckDb.Field> fields = database.describe(rows);
      DatasetReader.requireDifferent(file.name(), fields.stream().map(DuckDb.Field::name).toList());
      List<Target> targets = new ArrayList<>();
      for (DuckDb.Field field : fields) {
        targets.add(target(database, rows, field));
      }
      return read(database, rows, targets);
    } catch (SQLException e) {
      throw file.unreadable("is damaged or of a newer Parquet version", "write it again.", e);
    }
  }

  private static RawTable read(DuckDb database, String rows, List<Target> targets)
      throws SQLException {
    List<DoubleCells> numbers = new ArrayList<>();
    List<TextCells> texts = new ArrayList<>();
    List<String> expressions = new ArrayList<>();
    for (Target target : targets) {
      numbers.add(new DoubleCells());
      texts.add(new TextCells());
      expressions.add(target.expression());
    }
    database.stream(
        "SELECT " + String.join(", ", expressions) + " FROM " + rows,
        (column, vector, size) -> {
          if (targets.get(column).type() == null) {
            vector.texts(size, texts.get(column));
          } else {
            vector.numbers(size, numbers.get(column));
          }
        });
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      @Nullable NumberType type = target.type();
      columns.add(
          type == null
              ? texts.get(i).column(target.name())
              : new Column.Numbers(target.name(), type, numbers.get(i).toArray()));
    }
    return new RawTable(columns, List.of());
  }

  private static Target target(DuckDb database, String rows, DuckDb.Field field)
      throws SQLException {
    String column = DuckDb.name(field.name());
    String type = field.type().toUpperCase(Locale.ROOT);
    String asDouble = "CAST(" + column + " AS DOUBLE)";
    if (WHOLE.contains(type)) {
      boolean exact =
          !type.endsWith("BIGINT") && !type.endsWith("HUGEINT")
              || database.holds(
                  "SELECT coalesce(max(abs("
                      + column
                      + "::HUGEINT)), 0) <= "
                      + EXACT
                      + " FROM "
                      + rows);
      return exact
          ? new Target(field.name(), NumberType.INTEGER, asDouble)
          : new Target(field.name(), null, "CAST(" + column + " AS VARCHAR)");
    }
    if (type.equals("DOUBLE") || type.equals("FLOAT") || type.startsWith("DECIMAL")) {
      return new Target(field.name(), NumberType.REAL, asDouble);
    }
    if (type.equals("BOOLEAN")) {
      return new Target(field.name(), NumberType.BOOLEAN, asDouble);
    }
    if (TIMES.contains(type)) {
      return new Target(field.name(), NumberType.TIMESTAMP, "epoch(" + column + ")");
    }
    return new Target(field.name(), null, "CAST(" + column + " AS VARCHAR)");
  }

  /** What a column of the file becomes; without a type, a column of texts. */
  private record Target(String name, @Nullable NumberType type, String expression) {}
}
