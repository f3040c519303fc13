// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

/** How the learning rate changes over a run. The set is open like that of layers. */
public interface Schedule {
  /**
   * Returns the factor on the learning rate.
   *
   * @param progress share of all steps that are done, in [0, 1)
   */
  double factor(double progress);
}
