// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks;

import java.io.IOException;

/** The entry point of the benchmarks: hands its arguments to JMH. */
public final class Main {

  private Main() {}

  /**
   * Runs the benchmarks whose names match the arguments.
   *
   * @param args arguments of JMH, as {@code -h} lists them
   * @throws IOException if JMH cannot read its list of benchmarks
   */
  public static void main(String[] args) throws IOException {
    org.openjdk.jmh.Main.main(args);
  }
}
