// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * What some work took, per unit of it.
 *
 * @param cpuMicros processor time of the thread that did it: on a busy machine truer than wall
 *     clock time
 * @param wallMicros wall clock time
 * @param bytes memory allocated on the Java heap
 */
record Effort(double cpuMicros, double wallMicros, double bytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final double NANOS_PER_MICRO = 1e3;

  /** Measures work on the calling thread. */
  static Effort of(long units, Callable<?> work) throws Exception {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long cpu = THREADS.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    work.call();
    long wallNanos = System.nanoTime() - wall;
    long cpuNanos = THREADS.getCurrentThreadCpuTime() - cpu;
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    return new Effort(
        cpuNanos / NANOS_PER_MICRO / units,
        wallNanos / NANOS_PER_MICRO / units,
        (double) allocated / units);
  }
}
