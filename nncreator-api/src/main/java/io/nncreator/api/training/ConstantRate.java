// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

/** The learning rate stays. */
public record ConstantRate() implements Schedule {
  @Override
  public double factor(double progress) {
    return 1;
  }
}
