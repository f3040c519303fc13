// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.text;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON on one line. */
public final class Json {
  private Json() {}

  /**
   * Writes a value: a map with text keys, a collection, a text, a truth value, a number or null.
   * Numbers that JSON cannot hold become null.
   */
  public static String write(@Nullable Object value) {
    StringBuilder json = new StringBuilder();
    append(json, value);
    return json.toString();
  }

  private static void append(StringBuilder json, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      json.append('{');
      String separator = "";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.append(separator);
        appendText(json, String.valueOf(entry.getKey()));
        json.append(": ");
        append(json, entry.getValue());
        separator = ", ";
      }
      json.append('}');
    } else if (value instanceof Collection<?> collection) {
      json.append('[');
      String separator = "";
      for (Object element : collection) {
        json.append(separator);
        append(json, element);
        separator = ", ";
      }
      json.append(']');
    } else if (value instanceof Double number && !Double.isFinite(number)) {
      json.append("null");
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      json.append(value);
    } else {
      appendText(json, value.toString());
    }
  }

  private static void appendText(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (Character.isISOControl(c) || Character.isSurrogate(c) && !paired(text, i)) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  private static boolean paired(String text, int i) {
    char c = text.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
