// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

/** Four cosine cycles, each twice as long as the one before; RealMLP, arXiv 2407.04491. */
public record CosLog4() implements Schedule {
  private static final double LOG_2 = Math.log(2);

  @Override
  public double factor(double progress) {
    return 0.5 * (1 - Math.cos(2 * Math.PI * Math.log(1 + 15 * progress) / LOG_2));
  }
}
