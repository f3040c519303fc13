// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

/**
 * Stays at 1, then falls by half a cosine to 0; RealMLP's schedule of dropout and weight decay,
 * arXiv 2407.04491.
 *
 * @param flat share of the run at 1, in [0, 1)
 */
public record FlatCosine(double flat) implements Schedule {
  /** Checks the setting. */
  public FlatCosine {
    if (!(flat >= 0 && flat < 1)) {
      throw new IllegalArgumentException("The setting flat (" + flat + ") must be in [0, 1).");
    }
  }

  @Override
  public double factor(double progress) {
    return progress < flat ? 1 : 0.5 * (1 + Math.cos(Math.PI * (progress - flat) / (1 - flat)));
  }
}
