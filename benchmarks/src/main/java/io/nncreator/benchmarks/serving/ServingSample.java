// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.serving;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one run of a server gave.
 *
 * @param requestsPerSecond answered
 * @param p50Millis half of the answers came in that time
 * @param p99Millis all but one in a hundred did
 * @param cpuMicros processor time of the server for each request
 * @param startMillis from the start of the process until it was ready
 * @param ownMebibytes its own memory when it was ready
 * @param residentMebibytes its memory in RAM when it was ready, with files
 * @param loadedMebibytes its own memory after the load
 * @param failed requests that were refused
 */
record ServingSample(
    double requestsPerSecond,
    double p50Millis,
    double p99Millis,
    double cpuMicros,
    double startMillis,
    double ownMebibytes,
    double residentMebibytes,
    double loadedMebibytes,
    long failed) {
  /** Returns the median of a figure. */
  static double median(List<ServingSample> samples, ToDoubleFunction<ServingSample> figure) {
    double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
