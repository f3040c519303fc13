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
  /** A word that begins like its only word: "invitation" for {@code invited}. */
  KIN(0.6),
  /** A Russian word of the same root with another prefix: "заплатит" for {@code оплатил}. */
  ROOT(0.55),
  /** Its name, misspelt. */
  MISSPELT(0.7),
  /** A word that means the same as the one that its name is mainly about. */
  HEAD_MEANING(0.69),
  /** Some word of its name. */
  SOME_WORD(0.47),
  /** The word that its name, and others' too, are mainly about. */
  SHARED_HEAD(0.48),
  /** A word of its name and of others'. */
  SHARED_WORD(0.32);

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

  /** Returns whether the word is meant that the name is mainly about. */
  boolean head() {
    return this == HEAD || this == HEAD_MEANING;
  }

  /** Returns the same for a word that belongs to several names. */
  Likeness shared() {
    return head() || this == KIN || this == ROOT ? SHARED_HEAD : SHARED_WORD;
  }

  /** Returns whether only a part of the name is said. */
  boolean part() {
    return switch (this) {
      case HEAD, HEAD_MEANING, SOME_WORD, SHARED_HEAD, SHARED_WORD, KIN, ROOT -> true;
      default -> false;
    };
  }

  /** Returns whether values are meant rather than the name. */
  boolean byValue() {
    return this == VALUES || this == VALUE || this == WEAK_VALUE;
  }
}
