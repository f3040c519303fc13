// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.DataSource;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the result of a query over JDBC. */
final class QueryReader {
  private static final int FETCH_SIZE = 10_000;

  private final DataSource.Query source;

  QueryReader(DataSource.Query source) {
    this.source = source;
  }

  RawTable read() {
    try (Connection connection = source.connections().open();
        Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet result = statement.executeQuery(source.query())) {
        return read(result);
      }
    } catch (SQLException e) {
      throw new DataException(
          ErrorCode.DATA_UNREADABLE,
          "The query failed with the database's message ("
              + Shown.of(String.valueOf(e.getMessage()))
              + "). Maybe a table, a column or the connection is named wrongly.",
          e);
    }
  }

  private RawTable read(ResultSet result) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      names.add(meta.getColumnLabel(i));
    }
    DatasetReader.requireDifferent(source.name(), names);
    List<ValueCells> columns = names.stream().map(ValueCells::new).toList();
    int[] types = new int[names.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = meta.getColumnType(i + 1);
    }
    while (result.next()) {
      for (int i = 0; i < types.length; i++) {
        cell(result, i + 1, types[i], columns.get(i));
      }
    }
    List<Column> read = columns.stream().map(ValueCells::column).toList();
    return new RawTable(read, List.of());
  }

  private static void cell(ResultSet result, int index, int type, ValueCells cells)
      throws SQLException {
    switch (type) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> {
        long value = result.getLong(index);
        if (result.wasNull()) {
          cells.missing();
        } else {
          cells.whole(value);
        }
      }
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> {
        double value = result.getDouble(index);
        cells.real(result.wasNull() ? Double.NaN : value);
      }
      case Types.DECIMAL, Types.NUMERIC -> {
        @Nullable BigDecimal value = result.getBigDecimal(index);
        JavaValues.add(cells, value);
      }
      case Types.BIT, Types.BOOLEAN -> {
        boolean value = result.getBoolean(index);
        JavaValues.add(cells, result.wasNull() ? null : value);
      }
      case Types.DATE -> {
        @Nullable Date value = result.getDate(index);
        JavaValues.add(cells, value);
      }
      case Types.TIMESTAMP -> {
        @Nullable Timestamp value = result.getTimestamp(index);
        JavaValues.add(cells, value);
      }
      case Types.TIMESTAMP_WITH_TIMEZONE ->
          JavaValues.add(cells, result.getObject(index, OffsetDateTime.class));
      default -> {
        @Nullable String value = result.getString(index);
        JavaValues.add(cells, value);
      }
    }
  }
}
