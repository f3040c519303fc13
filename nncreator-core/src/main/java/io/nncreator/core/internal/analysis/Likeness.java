// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

/** How words of a sentence point at a column. */
enum Likeness {
  /** They are its whole name. */
  NAME(1.0),
  /** They mean the same as its name. */
  MEANING(0.93),
  /** All words of its name, in another order or language. */
  ALL_WORDS(0.92),
  /** Several of its values. */
  VALUES(0.95),
  /** One of its values. */
  VALUE(0.8),
  /** One of its values, which may as well be said of something else: "good". */
  WEAK_VALUE(0.5),
  /** The word that its name is mainly about, and of no other column's. */
  HEAD(0.74),
  /** Its name, misspelt. */
  MISSPELT(0.7),
  /** Some word of its name. */
  SOME_WORD(0.47),
  /** A word of its name and of others'. */
  SHARED_WORD(0.3);

  private final double weight;

  Likeness(double weight) {
    this.weight = weight;
  }

  /** Returns how strongly it points, 0 to 1. */
  double weight() {
    return weight;
  }

  /** Returns whether the whole name is meant. */
  boolean whole() {
    return this == NAME || this == MEANING || this == ALL_WORDS;
  }

  /** Returns whether only a part of the name is said. */
  boolean part() {
    return this == HEAD || this == SOME_WORD || this == SHARED_WORD;
  }

  /** Returns whether values are meant rather than the name. */
  boolean byValue() {
    return this == VALUES || this == VALUE || this == WEAK_VALUE;
  }
}
