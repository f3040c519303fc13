// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of a benchmark: {@code --name value}, {@code --name=value} or {@code --flag}. */
public final class Arguments {
  private final Map<String, String> values;

  private Arguments(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads options.
   *
   * @param flags names of options without a value
   * @param named names of options with a value
   * @throws IllegalArgumentException if an option is unknown or lacks its value
   */
  public static Arguments parse(List<String> args, Set<String> flags, Set<String> named) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < args.size(); i++) {
      String[] parts = args.get(i).split("=", 2);
      String name = parts[0].startsWith("--") ? parts[0].substring(2) : parts[0];
      if (flags.contains(name) && parts.length == 1) {
        values.put(name, "");
      } else if (named.contains(name) && (parts.length == 2 || i + 1 < args.size())) {
        if (parts.length == 1) {
          i++;
        }
        values.put(name, parts.length == 2 ? parts[1] : args.get(i));
      } else {
        throw new IllegalArgumentException(
            "The option (" + args.get(i) + ") is unknown or lacks its value.");
      }
    }
    return new Arguments(values);
  }

  /** Returns whether a flag is set. */
  public boolean has(String flag) {
    return values.containsKey(flag);
  }

  /** Returns an option's value. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Returns a span of time such as {@code 60s}, {@code 5m} or {@code PT1M}. */
  public Duration time(String name, Duration otherwise) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    String upper = value.toUpperCase(Locale.ROOT);
    return Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
  }

  /** Returns a whole number. */
  public int number(String name, int otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }
}
