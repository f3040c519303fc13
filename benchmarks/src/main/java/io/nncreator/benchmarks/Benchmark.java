// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks;

import java.util.List;

/**
 * Something that can be measured.
 *
 * @param name on the command line
 * @param about what it measures, in a sentence
 * @param options how it is called
 * @param body measures; returns whether all that must hold did hold
 */
record Benchmark(String name, String about, String options, Body body) {
  /** Measures. */
  @FunctionalInterface
  interface Body {
    /** Runs with the given options. */
    boolean run(List<String> args) throws Exception;
  }
}
