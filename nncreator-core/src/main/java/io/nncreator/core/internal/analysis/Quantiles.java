// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import java.util.List;

/** Reads quantiles: "the 10th and the 90th percentile", "0.5 quantile". */
final class Quantiles {
  private static final double HUNDRED = 100;

  private Quantiles() {}

  static List<Double> of(List<Amount> amounts) {
    return amounts.stream()
        .map(amount -> amount.value() >= 1 ? amount.value() / HUNDRED : amount.value())
        .filter(share -> share > 0 && share < 1)
        .distinct()
        .sorted()
        .toList();
  }
}
