// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.request;

import io.nncreator.serving.internal.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated text in UTF-8 with a header (RFC 4180). An empty cell is an unknown value;
 * empty lines are skipped.
 */
public final class CsvRows {
  private final String text;
  private final int mostRows;
  private int at;

  private CsvRows(String text, int mostRows) {
    this.text = text;
    this.mostRows = mostRows;
  }

  /**
   * Reads a body.
   *
   * @throws Refusal if it is not of that form
   */
  public static Rows read(byte[] body, int mostRows) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return new CsvRows(text.startsWith("\uFEFF") ? text.substring(1) : text, mostRows).rows();
    } catch (CharacterCodingException e) {
      throw new Refusal(400, "The body is not text in UTF-8.");
    }
  }

  private Rows rows() {
    List<String> header = line();
    if (header == null) {
      throw new Refusal(400, "The body is empty, must begin with a header of column names.");
    }
    if (new LinkedHashSet<>(header).size() < header.size()) {
      throw new Refusal(400, "The header names a column twice.");
    }
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (List<String> line = line(); line != null; line = line()) {
      RequestLimits.requireRows(rows.size() + 1, mostRows);
      if (line.size() != header.size()) {
        throw Refusal.invalid(
            "/instances/" + rows.size(),
            "Row "
                + (rows.size() + 1)
                + " has "
                + line.size()
                + " cells, the header has "
                + header.size()
                + ".");
      }
      Map<String, @Nullable Object> cells = new LinkedHashMap<>();
      for (int i = 0; i < line.size(); i++) {
        cells.put(header.get(i), line.get(i).isEmpty() ? null : line.get(i));
      }
      rows.add(cells);
    }
    return new Rows(rows);
  }

  /** Returns the cells of the next line that is not empty, or null at the end. */
  private @Nullable List<String> line() {
    while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
      at++;
    }
    if (at >= text.length()) {
      return null;
    }
    List<String> cells = new ArrayList<>();
    cells.add(cell());
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      cells.add(cell());
    }
    if (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      throw new Refusal(400, "A quoted cell goes on after its closing quote.");
    }
    return cells;
  }

  private String cell() {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    at++;
    while (true) {
      int end = text.indexOf('"', at);
      if (end < 0) {
        throw new Refusal(400, "A quoted cell has no closing quote.");
      }
      cell.append(text, at, end);
      at = end + 1;
      if (at >= text.length() || text.charAt(at) != '"') {
        return cell.toString();
      }
      cell.append('"');
      at++;
    }
  }
}
