// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.process;

import io.nncreator.benchmarks.report.Machine;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Memory that this process holds, in MiB; NaN where a figure cannot be had.
 *
 * @param heapMebibytes Java objects that are still in use
 * @param jvmMebibytes what the JVM holds besides: compiled code, classes, its collector; known
 *     where it runs with {@code -XX:NativeMemoryTracking=summary}
 * @param nativeMebibytes all other resident memory: native libraries and what they have allocated;
 *     exact where the heap is committed and touched whole ({@code -Xms} equal to {@code -Xmx},
 *     {@code -XX:+AlwaysPreTouch})
 */
record MemoryUse(double heapMebibytes, double jvmMebibytes, double nativeMebibytes) {
  private static final Pattern PART =
      Pattern.compile("- +([A-Z][A-Za-z ]*) \\(.*committed=(\\d+)KB");
  private static final double MEBIBYTE = 1 << 20;

  /** Collects garbage, has the C library give back what was freed, and looks. */
  static MemoryUse now() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    diagnose("systemTrimNativeHeap");
    double resident = Machine.residentBytes().map(bytes -> bytes / MEBIBYTE).orElse(Double.NaN);
    double jvm = jvm();
    return new MemoryUse(
        (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE,
        jvm,
        resident - jvm - runtime.totalMemory() / MEBIBYTE);
  }

  static MemoryUse median(List<MemoryUse> uses) {
    return new MemoryUse(
        median(uses, MemoryUse::heapMebibytes),
        median(uses, MemoryUse::jvmMebibytes),
        median(uses, MemoryUse::nativeMebibytes));
  }

  private static double median(List<MemoryUse> uses, ToDoubleFunction<MemoryUse> figure) {
    double[] sorted = uses.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static double jvm() {
    Matcher part = PART.matcher(diagnose("vmNativeMemory", "summary"));
    double kibibytes = 0;
    while (part.find()) {
      if (!part.group(1).equals("Java Heap")) {
        kibibytes += Double.parseDouble(part.group(2));
      }
    }
    return kibibytes == 0 ? Double.NaN : kibibytes * 1024 / MEBIBYTE;
  }

  private static String diagnose(String command, String... arguments) {
    Object[] values = arguments.length == 0 ? new Object[0] : new Object[] {arguments};
    String[] types =
        arguments.length == 0 ? new String[0] : new String[] {String[].class.getName()};
    try {
      return String.valueOf(
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  command,
                  values,
                  types));
    } catch (JMException e) {
      // Another JVM, which does not know the command.
      return "";
    }
  }
}
