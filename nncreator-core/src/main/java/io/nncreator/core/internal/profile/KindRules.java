// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

/** The numbers in the rules that tell kinds of columns apart. */
final class KindRules {
  /** In smaller tables values are different by chance, so nothing follows from it. */
  static final int LEAST_ROWS = 20;

  /** The share of different values from which a column names its rows. */
  static final double UNIQUE = 0.98;

  /** Words per cell from which a column is free text. */
  static final double TEXT_WORDS = 4;

  /** Share of different values from which a column of many words is free text. */
  static final double TEXT_DISTINCT = 0.2;

  /** Levels above which a category has many of them. */
  static final int MANY_LEVELS = 50;

  /** The least and the most rows per value in a column that groups rows. */
  static final double LEAST_GROUP = 2;

  static final double MOST_GROUP = 50;

  private KindRules() {}

  /** Returns whether a column named like identifiers names groups of rows and not single rows. */
  static boolean groups(String name, long present, long distinct) {
    return Naming.identifier(name)
        && distinct > MANY_LEVELS
        && present >= LEAST_GROUP * distinct
        && present <= MOST_GROUP * distinct;
  }

  /** Returns whether nearly every row has a value of its own. */
  static boolean unique(long present, long distinct) {
    return present >= LEAST_ROWS && distinct >= UNIQUE * present;
  }
}
