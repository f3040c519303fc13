// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Program text under construction, line by line with its indentation. Not thread-safe. */
final class Text {
  private final StringBuilder lines = new StringBuilder();
  private int depth = 1;

  /** Adds a line. */
  Text line(String line) {
    lines.append("  ".repeat(depth)).append(line).append('\n');
    return this;
  }

  /** Adds lines. */
  Text lines(List<String> more) {
    more.forEach(this::line);
    return this;
  }

  /** Adds a line that begins a block. */
  Text begin(String line) {
    line(line);
    depth++;
    return this;
  }

  /** Ends the innermost block. */
  Text end() {
    depth--;
    return this;
  }

  /** Ends the innermost block, which is the first branch of a condition without a second one. */
  Text endIf() {
    return end().begin("else:").line("pass").end();
  }

  @Override
  public String toString() {
    return lines.toString();
  }

  /** Returns {@code [name[0], name[1], ..]} for chosen positions. */
  static String elements(String list, List<Integer> positions) {
    return positions.stream()
        .map(position -> list + "[" + position + "]")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Returns the axes from 1 to {@code last}. */
  static String axes(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList().toString();
  }
}
