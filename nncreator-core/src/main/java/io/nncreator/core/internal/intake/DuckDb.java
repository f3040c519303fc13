// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.CellText;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory that may read one file and nothing else: no other file, no network, no
 * extensions.
 */
final class DuckDb implements AutoCloseable {
  private final DuckDBConnection connection;
  private final Path file;
  private final Path spill;

  private DuckDb(DuckDBConnection connection, Path file, Path spill) {
    this.connection = connection;
    this.file = file;
    this.spill = spill;
  }

  /** Opens a database for one file that spills what does not fit in memory into a new folder. */
  static DuckDb open(Path file, Path scratch) throws SQLException {
    Path spill;
    try {
      Files.createDirectories(scratch);
      spill = Files.createTempDirectory(scratch, "intake");
    } catch (IOException e) {
      throw new StoreException(
          ErrorCode.WORKSPACE_UNUSABLE,
          "The folder ("
              + Shown.of(scratch.toString())
              + ") cannot be written. Maybe its permissions or a full disk forbid it.",
          e);
    }
    DuckDb database = new DuckDb(connect(spill), file.toAbsolutePath(), spill);
    try {
      database.confine();
      return database;
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  private static DuckDBConnection connect(Path spill) {
    try {
      // Named, not looked up by DriverManager: class loaders of applications may hide it there.
      return new DuckDBDriver()
          .connect("jdbc:duckdb:", new Properties())
          .unwrap(DuckDBConnection.class);
    } catch (SQLException | LinkageError e) {
      delete(spill);
      throw new DataException(
          ErrorCode.DATA_UNREADABLE,
          "The reader of Parquet files cannot be started on ("
              + System.getProperty("os.name")
              + ", "
              + System.getProperty("os.arch")
              + "). Maybe export the table as CSV.",
          e);
    }
  }

  /** Returns the file as a text literal. */
  String file() {
    return literal(file.toString());
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String name(String column) {
    return '"' + column.replace("\"", "\"\"") + '"';
  }

  /** Returns the columns of a table expression. */
  List<Field> describe(String rows) throws SQLException {
    List<Field> fields = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("DESCRIBE SELECT * FROM " + rows)) {
      while (result.next()) {
        fields.add(new Field(result.getString(1), result.getString(2)));
      }
    }
    return fields;
  }

  /** Returns the truth value that a query asks for. */
  boolean holds(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() && result.getBoolean(1);
    }
  }

  /** Runs a query and hands its result on, one piece of one column at a time. */
  void stream(String query, Sink sink) throws SQLException {
    try (DuckDBPreparedStatement statement =
            connection.prepareStatement(query).unwrap(DuckDBPreparedStatement.class);
        DuckDBChunkedResult result = statement.query()) {
      while (result.nextChunk()) {
        DuckDBDataChunkReader chunk = result.chunk();
        for (int column = 0; column < result.columnCount(); column++) {
          sink.accept(column, new Vector(chunk.vector(column)), chunk.rowCount());
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      connection.close();
    } finally {
      delete(spill);
    }
  }

  private void confine() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
      statement.execute("SET autoinstall_known_extensions = false");
      statement.execute("SET autoload_known_extensions = false");
      statement.execute("SET temp_directory = " + literal(spill.toAbsolutePath().toString()));
      statement.execute("SET allowed_paths = [" + file() + "]");
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // The system's own cleaning of temporary folders takes what is left.
      folder.toFile().deleteOnExit();
    }
  }

  /** A column of a table expression with DuckDB's name of its type. */
  record Field(String name, String type) {}

  /** Takes pieces of columns. */
  @FunctionalInterface
  interface Sink {
    void accept(int column, Vector vector, long size);
  }

  /** A piece of a column. */
  record Vector(DuckDBReadableVector values) {
    void numbers(long size, DoubleCells cells) {
      for (long row = 0; row < size; row++) {
        double value = values.getDouble(row, Double.NaN);
        cells.add(Double.isInfinite(value) ? Double.NaN : value);
      }
    }

    void texts(long size, TextCells cells) {
      for (long row = 0; row < size; row++) {
        @Nullable String cell = values.isNull(row) ? null : CellText.clean(values.getString(row));
        if (cell == null) {
          cells.addMissing();
        } else {
          char[] symbols = cell.toCharArray();
          cells.add(symbols, 0, symbols.length);
        }
      }
    }
  }
}
