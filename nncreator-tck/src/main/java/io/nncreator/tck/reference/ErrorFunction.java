// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

/**
 * The Gauss error function by Kummer's series, {@code erf x = 2/sqrt(pi) e^(-x^2) sum of 2^n
 * x^(2n+1) / (1 3 5 .. (2n+1))}; Abramowitz and Stegun 7.1.6. All terms have one sign, so nothing
 * cancels: the error is below 1e-14.
 */
final class ErrorFunction {
  /** Beyond it erf is 1 in double arithmetic: 1 - erf 6 is 2e-17. */
  private static final double ONE_FROM = 6;

  private ErrorFunction() {}

  static double of(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (Math.abs(x) >= ONE_FROM) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }
}
