// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

/**
 * A linear rise, then half a cosine down to 0 (arXiv 1608.03983, without restarts).
 *
 * @param warmup share of the run spent rising, in [0, 1)
 */
public record Cosine(double warmup) implements Schedule {
  /** Checks the setting. */
  public Cosine {
    if (!(warmup >= 0 && warmup < 1)) {
      throw new IllegalArgumentException("The setting warmup (" + warmup + ") must be in [0, 1).");
    }
  }

  @Override
  public double factor(double progress) {
    if (progress < warmup) {
      return Math.max(progress / warmup, 1e-3);
    }
    return 0.5 * (1 + Math.cos(Math.PI * (progress - warmup) / (1 - warmup)));
  }
}
