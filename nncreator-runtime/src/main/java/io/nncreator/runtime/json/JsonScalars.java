// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.SpecException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** JSON scalars to Java values, without any conversion between types. */
final class JsonScalars {
  private JsonScalars() {}

  static Object read(JsonNode node, Class<?> type, String path) {
    if (type == String.class) {
      return text(node, path);
    }
    if (type.isEnum()) {
      return constant(text(node, path), type, path);
    }
    if (type == boolean.class || type == Boolean.class) {
      if (!node.isBoolean()) {
        throw wrong(path, node, "true or false");
      }
      return node.booleanValue();
    }
    if (type == int.class || type == Integer.class) {
      if (!node.isIntegralNumber() || !node.canConvertToInt()) {
        throw wrong(path, node, "a whole number within ±2^31");
      }
      return node.intValue();
    }
    if (type == long.class || type == Long.class) {
      if (!node.isIntegralNumber() || !node.canConvertToLong()) {
        throw wrong(path, node, "a whole number within ±2^63");
      }
      return node.longValue();
    }
    if (type == double.class || type == Double.class) {
      return number(node, path);
    }
    if (type == float.class || type == Float.class) {
      float value = (float) number(node, path);
      if (!Float.isFinite(value)) {
        throw wrong(path, node, "a number within the range of 32 bits");
      }
      return value;
    }
    if (type == Instant.class || type == Duration.class) {
      return time(node, type, path);
    }
    throw new IllegalArgumentException("The type (" + type.getName() + ") has no JSON form.");
  }

  static Object constant(String name, Class<?> type, String path) {
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      String known = RecordWriter.enumName((Enum<?>) constant);
      if (known.equals(name)) {
        return constant;
      }
      names.add(known);
    }
    throw RecordReader.unknown(path, name, names);
  }

  static String join(String path, String field) {
    String shown = Excerpt.of(field);
    return path.isEmpty() ? shown : path + "." + shown;
  }

  static SpecException wrong(String path, JsonNode got, String rule) {
    String where = path.isEmpty() ? "$" : path;
    return new SpecException(ErrorCode.SPEC_SYNTAX, where, show(got), rule);
  }

  private static String show(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array of " + node.size();
      case STRING -> "the text \"" + Excerpt.of(node.asText()) + "\"";
      default -> Excerpt.of(node);
    };
  }

  private static String text(JsonNode node, String path) {
    if (!node.isTextual()) {
      throw wrong(path, node, "a text");
    }
    return node.textValue();
  }

  private static double number(JsonNode node, String path) {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw wrong(path, node, "a finite number");
    }
    return node.doubleValue();
  }

  private static Object time(JsonNode node, Class<?> type, String path) {
    String text = text(node, path);
    try {
      return type == Instant.class ? Instant.parse(text) : Duration.parse(text);
    } catch (DateTimeException e) {
      throw wrong(path, node, "an ISO 8601 " + (type == Instant.class ? "instant" : "duration"));
    }
  }
}
