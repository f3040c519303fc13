// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.intake;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Processor time of all threads of the process: on a busy machine truer than wall clock time. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final double NANOS_PER_MILLI = 1e6;

  /** Milliseconds of all threads in the last run. */
  public double cpuMillis;

  private long start;

  /** Starts the clock. */
  @Setup(Level.Invocation)
  public void start() {
    start = SYSTEM.getProcessCpuTime();
  }

  /** Reads the clock. */
  @TearDown(Level.Invocation)
  public void stop() {
    cpuMillis = (SYSTEM.getProcessCpuTime() - start) / NANOS_PER_MILLI;
  }
}
