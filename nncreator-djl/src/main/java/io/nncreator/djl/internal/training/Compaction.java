// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

/**
 * Decides when a run leaves members behind that have stopped. It counts steps and looks at no
 * clock, so that the same request is always cut at the same epochs.
 */
final class Compaction {
  /**
   * Steps of single members that must be saved. The smaller program and the one that answers at the
   * end take as long to write and load as about so many steps that a small member adds.
   */
  static final long LEAST_SAVED = 2_000;

  private Compaction() {}

  /**
   * Returns whether a smaller program pays for itself.
   *
   * @param held members of the program
   * @param active those that have not stopped
   * @param stepsLeft steps that they probably go on
   */
  static boolean pays(int held, int active, long stepsLeft) {
    return active > 0 && (held - active) * stepsLeft >= LEAST_SAVED;
  }
}
