// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

/**
 * Chooses how much work one native call gets: as much as takes about {@link #TARGET_NANOS}, because
 * nobody can interrupt a call, but each call has a fixed cost. Not thread-safe.
 */
final class Pace {
  private static final double TARGET_NANOS = 50e6;
  private static final int GROWTH = 4;

  private final int largest;
  private int next = 1;

  /**
   * Creates a pace that begins with a single unit.
   *
   * @param largest most units of a call
   */
  Pace(int largest) {
    this.largest = largest;
  }

  /** Returns the size of the next call when so many units are left: parts of equal size. */
  int next(long left) {
    long calls = (left + next - 1) / next;
    return (int) ((left + calls - 1) / calls);
  }

  /** Learns from a finished call. */
  void took(int units, long nanos) {
    double fitting = TARGET_NANOS * units / Math.max(1, nanos);
    next = (int) Math.max(1, Math.min(Math.min(largest, GROWTH * (double) next), fitting));
  }
}
