// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers in the Java types that an application may want them in. */
final class AnswerValues {
  private static final Map<String, Boolean> TRUTHS =
      Map.of("true", true, "false", false, "yes", true, "no", false, "1", true, "0", false);

  private AnswerValues() {}

  /** Returns how an answer becomes a value of a type, or null if it cannot. */
  static @Nullable Function<Prediction, Object> as(Class<?> type, List<String> classes) {
    if (classes.isEmpty()) {
      return number(type);
    }
    if (type == String.class || type == Object.class) {
      return Prediction::label;
    }
    Map<String, Object> values = new HashMap<>();
    for (String label : classes) {
      Object value = type.isEnum() ? constant(type, label) : scalar(type, label);
      if (value == null || values.containsValue(value)) {
        return null;
      }
      values.put(label, value);
    }
    return prediction -> Objects.requireNonNull(values.get(prediction.label()));
  }

  /** Says why an answer cannot become a value of a type. */
  static String refusal(Class<?> type, List<String> classes) {
    if (classes.isEmpty()) {
      return "is a " + type.getSimpleName() + ", but the answer is a number";
    }
    return type.isEnum()
        ? "is an enum without exactly one constant for each class of " + classes
        : "is a " + type.getSimpleName() + ", but the answer is one of " + classes;
  }

  /** Returns a name without case and punctuation. */
  static String loose(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static @Nullable Function<Prediction, Object> number(Class<?> type) {
    if (type == double.class || type == Double.class || type == Object.class) {
      return Prediction::number;
    }
    if (type == Number.class) {
      return Prediction::number;
    }
    if (type == float.class || type == Float.class) {
      return prediction -> (float) prediction.number();
    }
    return type == BigDecimal.class ? prediction -> BigDecimal.valueOf(prediction.number()) : null;
  }

  private static @Nullable Object constant(Class<?> type, String label) {
    Object found = null;
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      if (name.equals(label)) {
        return constant;
      }
      if (loose(name).equals(loose(label)) && !loose(label).isEmpty()) {
        if (found != null) {
          return null;
        }
        found = constant;
      }
    }
    return found;
  }

  private static @Nullable Object scalar(Class<?> type, String label) {
    if (type == boolean.class || type == Boolean.class) {
      return TRUTHS.get(label.toLowerCase(Locale.ROOT));
    }
    try {
      if (type == int.class || type == Integer.class) {
        return Integer.valueOf(label);
      }
      if (type == long.class || type == Long.class) {
        return Long.valueOf(label);
      }
      return type == double.class || type == Double.class ? Double.valueOf(label) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
