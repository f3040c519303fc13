// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.data;

/**
 * Something about the data that a person or the planner should know.
 *
 * @param kind what
 * @param column where, or an empty text for the whole table
 * @param reason the evidence, with numbers
 */
public record Finding(Kind kind, String column, String reason) {
  /** What was found. */
  public enum Kind {
    /** The profile is one of a sample of the rows; its counts are estimates for all of them. */
    SAMPLED,
    /** Many cells are missing. */
    MISSING_CELLS,
    /** Rows stand more than once. */
    DUPLICATE_ROWS,
    /** A column nearly gives the target away. */
    LEAK_SUSPECT,
    /** Classes of the target have very different sizes. */
    IMBALANCED_TARGET,
    /** Rows seem to come in groups that belong together. */
    GROUP_HINT,
    /** Rows seem to be in the order of time. */
    TIME_HINT,
    /** A few values lie far from all others. */
    HEAVY_TAIL,
    /** A category has many levels. */
    MANY_LEVELS,
    /** A column cannot help and is left out. */
    LEFT_OUT,
    /** Cells could not be read as the type of their column. */
    UNREADABLE_CELLS
  }
}
