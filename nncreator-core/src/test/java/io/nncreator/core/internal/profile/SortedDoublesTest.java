// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sorting of numbers")
class SortedDoublesTest {
  @Test
  @DisplayName("orders as comparing does")
  void ordersAsComparing() {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 12; round++) {
      double[] numbers = new double[random.nextInt(40_000)];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = number(random, round);
      }
      double[] expected = numbers.clone();
      Arrays.sort(expected);

      SortedDoubles.sort(numbers);

      assertThat(numbers).isEqualTo(expected);
    }
  }

  private static double number(SplittableRandom random, int round) {
    return switch (round % 4) {
      case 0 -> random.nextInt(-50, 50);
      case 1 -> random.nextDouble() - 0.5;
      case 2 -> 7;
      default -> {
        double any = Double.longBitsToDouble(random.nextLong());
        yield Double.isNaN(any) ? Double.POSITIVE_INFINITY : any;
      }
    };
  }
}
