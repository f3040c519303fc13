// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

import java.util.SplittableRandom;

/** How a parameter gets its first values. */
public sealed interface Initializer {

  /** Fills one member's elements. */
  void fill(float[] target, int from, int length, SplittableRandom random);

  /** Every element has the same value. */
  record Fill(double value) implements Initializer {
    @Override
    public void fill(float[] target, int from, int length, SplittableRandom random) {
      java.util.Arrays.fill(target, from, from + length, (float) value);
    }
  }

  /** Uniform on {@code [-bound, bound)}. */
  record Uniform(double bound) implements Initializer {
    @Override
    public void fill(float[] target, int from, int length, SplittableRandom random) {
      for (int i = from; i < from + length; i++) {
        target[i] = (float) ((2 * random.nextDouble() - 1) * bound);
      }
    }
  }

  /** Normal with mean 0. */
  record Normal(double deviation) implements Initializer {
    @Override
    public void fill(float[] target, int from, int length, SplittableRandom random) {
      for (int i = from; i < from + length; i++) {
        target[i] = (float) (random.nextGaussian() * deviation);
      }
    }
  }
}
