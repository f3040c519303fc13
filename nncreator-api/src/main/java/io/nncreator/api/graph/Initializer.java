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

  /** 1 or -1, each with probability 1/2. */
  record Signs() implements Initializer {
    @Override
    public void fill(float[] target, int from, int length, SplittableRandom random) {
      for (int i = from; i < from + length; i++) {
        target[i] = random.nextBoolean() ? 1 : -1;
      }
    }
  }

  /**
   * The same values several times, one after the other.
   *
   * @param once draws the values
   * @param times number of equal parts, a divisor of the number of elements
   */
  record Repeated(Initializer once, int times) implements Initializer {
    @Override
    public void fill(float[] target, int from, int length, SplittableRandom random) {
      int part = length / times;
      once.fill(target, from, part, random);
      for (int i = part; i < length; i++) {
        target[from + i] = target[from + i - part];
      }
    }
  }
}
