// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where rows come from. Nothing is read before a creation starts. */
public sealed interface DataSource {

  /** Returns the name shown to people: a file name, or a short word. */
  String name();

  /** Delimited text of any usual dialect (comma, semicolon, tab, ..), which is detected. */
  static DataSource csv(Path file) {
    return new Csv(file);
  }

  /** An Apache Parquet file. */
  static DataSource parquet(Path file) {
    return new Parquet(file);
  }

  /** A file with one JSON object per line, or one array of objects. */
  static DataSource json(Path file) {
    return new Json(file);
  }

  /** A file of the kind that its name ends with: parquet, json, jsonl, ndjson; else delimited. */
  static DataSource file(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".parquet") || name.endsWith(".pq")) {
      return parquet(file);
    }
    boolean json = name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson");
    return json ? json(file) : csv(file);
  }

  /**
   * The result of a query.
   *
   * @param connections opens a connection; closed after the query
   * @param query one SELECT statement, written by the application, never from user input
   */
  static DataSource query(ConnectionSource connections, String query) {
    return new Query(connections, query);
  }

  /** Rows in memory: column name to number, boolean, text, {@code java.time} value or null. */
  static DataSource rows(Collection<? extends Map<String, ?>> rows) {
    return new Rows(List.copyOf(rows));
  }

  /** Records in memory; the components are the columns. */
  static DataSource records(Collection<? extends Record> records) {
    return new Records(List.copyOf(new ArrayList<Record>(records)));
  }

  /** Opens JDBC connections. */
  @FunctionalInterface
  interface ConnectionSource {
    /** Opens a connection that the caller closes. */
    java.sql.Connection open() throws java.sql.SQLException;
  }

  /** See {@link #csv}. */
  record Csv(Path file) implements DataSource {
    @Override
    public String name() {
      return fileName(file);
    }
  }

  /** See {@link #parquet}. */
  record Parquet(Path file) implements DataSource {
    @Override
    public String name() {
      return fileName(file);
    }
  }

  /** See {@link #json}. */
  record Json(Path file) implements DataSource {
    @Override
    public String name() {
      return fileName(file);
    }
  }

  /** See {@link #query}. */
  record Query(ConnectionSource connections, String query) implements DataSource {
    @Override
    public String name() {
      return "query";
    }
  }

  /** See {@link #rows}. */
  record Rows(List<? extends Map<String, ?>> rows) implements DataSource {
    @Override
    public String name() {
      return "rows";
    }
  }

  /** See {@link #records}. */
  record Records(List<Record> records) implements DataSource {
    @Override
    public String name() {
      return "records";
    }
  }

  private static String fileName(Path file) {
    @Nullable Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }
}
