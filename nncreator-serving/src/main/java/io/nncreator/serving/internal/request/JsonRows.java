// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nncreator.serving.internal.problem.FieldProblem;
import io.nncreator.serving.internal.problem.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"instances": [..]}}; each instance is an object by column name or an array in the
 * order of the columns. Immutable.
 */
public final class JsonRows {
  private static final String MEMBER = "instances";

  private final List<String> columns;
  private final int mostRows;

  /** Takes the columns in their order and the largest number of rows. */
  public JsonRows(List<String> columns, int mostRows) {
    this.columns = List.copyOf(columns);
    this.mostRows = mostRows;
  }

  /**
   * Reads a body.
   *
   * @throws Refusal if it is not of that form
   */
  public Rows read(byte[] body) {
    return JsonBody.read(body, this::body);
  }

  private Rows body(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw Refusal.invalid("", "The body must be an object: {\"instances\": [..]}.");
    }
    List<Map<String, @Nullable Object>> rows = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      if (!MEMBER.equals(name) || rows != null) {
        throw Refusal.invalid(
            "", "The body must have the member \"instances\", once and nothing else.");
      }
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw Refusal.invalid("/" + MEMBER, "The instances must be a list of objects or lists.");
      }
      rows = instances(json);
    }
    if (rows == null) {
      throw Refusal.invalid("", "The body lacks the member \"instances\".");
    }
    return new Rows(rows);
  }

  private List<Map<String, @Nullable Object>> instances(JsonParser json) throws IOException {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      RequestLimits.requireRows(rows.size() + 1, mostRows);
      switch (json.currentToken()) {
        case START_OBJECT -> rows.add(object(json, rows.size()));
        case START_ARRAY -> rows.add(array(json, rows.size()));
        default ->
            throw Refusal.invalid(
                "/" + MEMBER + "/" + rows.size(), "An instance must be an object or a list.");
      }
    }
    return rows;
  }

  private static Map<String, @Nullable Object> object(JsonParser json, int row) throws IOException {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      boolean twice = cells.containsKey(name);
      cells.put(name, JsonBody.scalar(json, () -> FieldProblem.pointer(row, name)));
      if (twice) {
        throw Refusal.invalid(FieldProblem.pointer(row, name), "The column is given twice.");
      }
    }
    return cells;
  }

  private Map<String, @Nullable Object> array(JsonParser json, int row) throws IOException {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      int column = count++;
      String pointer = "/" + MEMBER + "/" + row + "/";
      Object cell = JsonBody.scalar(json, () -> pointer + column);
      if (column < columns.size()) {
        cells.put(columns.get(column), cell);
      }
    }
    if (count != columns.size()) {
      throw Refusal.invalid(
          "/" + MEMBER + "/" + row,
          "The list has "
              + count
              + " values, must have "
              + columns.size()
              + ", one for each column of /model-info in that order.");
    }
    return cells;
  }
}
