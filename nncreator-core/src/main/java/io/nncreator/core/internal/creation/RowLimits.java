// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.creation;

import io.nncreator.core.internal.intake.sample.Sampling;

/**
 * How many rows of a large table are in memory.
 *
 * @param table rows of the table that are held while others are on disk
 * @param chunk rows on disk that a training holds at a time
 */
public record RowLimits(int table, int chunk) {
  /** Limits that keep a creation below some gigabytes. */
  public static final RowLimits USUAL = new RowLimits(Sampling.USUAL, 1 << 16);
}
