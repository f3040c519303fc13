// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import java.util.List;

/**
 * What the rows that a network has learnt from looked like, and what it answers them: later rows
 * are compared with it to see whether the world has changed.
 *
 * @param rows that were looked at
 * @param columns that a row has, without points in time, which change by their nature
 * @param answers of the network: classes as texts, or numbers
 */
public record TrainingProfile(int rows, List<Distribution> columns, Distribution answers) {
  /** Copies the columns. */
  public TrainingProfile {
    columns = List.copyOf(columns);
  }
}
