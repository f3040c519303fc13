// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.serving;

/**
 * What a load generator has seen.
 *
 * @param answers all of them
 * @param failed those other than 2xx
 * @param seconds that it took
 * @param p50Millis half of the answers came in that time
 * @param p99Millis all but one in a hundred did
 */
record LoadResult(long answers, long failed, double seconds, double p50Millis, double p99Millis) {
  /** Returns it as a line, which {@link #parse} reads. */
  String line() {
    return answers + " " + failed + " " + seconds + " " + p50Millis + " " + p99Millis;
  }

  static LoadResult parse(String line) {
    String[] parts = line.trim().split(" ", -1);
    return new LoadResult(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]),
        Double.parseDouble(parts[4]));
  }
}
