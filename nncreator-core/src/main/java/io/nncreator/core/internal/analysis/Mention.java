// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import java.util.List;

/**
 * A place in the sentence that points at a column.
 *
 * @param column index of the column
 * @param start index of the first token
 * @param end index after the last token
 * @param likeness how it points
 * @param role part that the place gives
 * @param levels values that are meant, empty for names
 */
record Mention(int column, int start, int end, Likeness likeness, Role role, List<String> levels) {
  /** More words count more than so much likeness. */
  private static final double NEARLY = 0.1;

  /** Copies the values. */
  Mention {
    levels = List.copyOf(levels);
  }

  Mention(int column, int start, int end, Likeness likeness, Role role) {
    this(column, start, end, likeness, role, List.of());
  }

  /** Returns the same mention in another part of the task. */
  Mention in(Role other) {
    return new Mention(column, start, end, likeness, other, levels);
  }

  /** Returns the same mention of another likeness. */
  Mention as(Likeness other) {
    return new Mention(column, start, end, other, role, levels);
  }

  /** Returns how strongly it speaks for the column as target, 0 to 1. */
  double weight() {
    return Math.round(100 * likeness.weight() * role.weight()) / 100.0;
  }

  boolean overlaps(int otherStart, int otherEnd) {
    return start < otherEnd && otherStart < end;
  }

  /** Returns whether another column is meant here rather than this one. */
  boolean shadowedBy(Mention other) {
    boolean inside = other.start <= start && other.end >= end;
    boolean longer = other.end - other.start > end - start;
    return other.column != column
        && inside
        && other.likeness.weight() >= likeness.weight() - (longer ? NEARLY : 0)
        && (longer || other.likeness.weight() > likeness.weight());
  }
}
