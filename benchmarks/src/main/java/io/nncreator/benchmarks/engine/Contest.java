// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Lets sides do the same work in turn, so that whatever else the machine does meets all of them.
 * Figures are medians over the rounds; what two sides took is compared round by round.
 */
final class Contest {
  private final Map<String, Side> sides = new LinkedHashMap<>();
  private final Map<String, List<Effort>> efforts = new LinkedHashMap<>();

  /** One who does the work. */
  @FunctionalInterface
  interface Side {
    /** Does one round's work. */
    Effort round() throws Exception;
  }

  /** Adds a side. */
  Contest with(String name, Side side) {
    sides.put(name, side);
    efforts.put(name, new ArrayList<>());
    return this;
  }

  /** Runs rounds that count, after some that do not. */
  Contest run(int warmUps, int rounds) throws Exception {
    for (int round = -warmUps; round < rounds; round++) {
      for (Map.Entry<String, Side> side : sides.entrySet()) {
        Effort effort = side.getValue().round();
        if (round >= 0) {
          efforts.getOrDefault(side.getKey(), new ArrayList<>()).add(effort);
        }
      }
    }
    return this;
  }

  /** Returns the median processor time of a unit of work, in microseconds. */
  double cpu(String side) {
    return median(side, Effort::cpuMicros);
  }

  /** Returns the median wall clock time of a unit of work, in microseconds. */
  double wall(String side) {
    return median(side, Effort::wallMicros);
  }

  /** Returns the median number of bytes allocated in a unit of work. */
  double bytes(String side) {
    return median(side, Effort::bytes);
  }

  /** Returns the median over the rounds of one side's processor time divided by another's. */
  double ratio(String side, String by) {
    List<Effort> mine = rounds(side);
    List<Effort> other = rounds(by);
    return median(
        IntStream.range(0, mine.size())
            .mapToDouble(round -> mine.get(round).cpuMicros() / other.get(round).cpuMicros())
            .toArray());
  }

  private double median(String side, ToDoubleFunction<Effort> figure) {
    return median(rounds(side).stream().mapToDouble(figure).toArray());
  }

  private List<Effort> rounds(String side) {
    return efforts.getOrDefault(side, List.of());
  }

  private static double median(double... values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
