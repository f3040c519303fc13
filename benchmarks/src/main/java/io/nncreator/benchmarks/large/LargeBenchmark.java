// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.large;

import io.nncreator.benchmarks.report.Arguments;
import io.nncreator.benchmarks.report.Figures;
import io.nncreator.benchmarks.report.Machine;
import io.nncreator.benchmarks.report.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A table of millions of rows: read by DuckDB, profiled by us, learnt from, and, if asked for,
 * visited once by trainings that hold a part of it.
 */
public final class LargeBenchmark {
  /** How it is called. */
  public static final String OPTIONS =
      "[--rows 10000000] [--seconds 90] [--heap 3g] [--only duckdb,profile,create,stream] [--json]";

  /** Time of a profile beside DuckDB's time to read every cell. */
  private static final double MOST_TIMES = 1.3;

  /** Memory of a creation. */
  private static final double MOST_GIB = 4;

  private static final long SEED = 12;
  private static final long POLL_MILLIS = 50;
  private static final double GIB = 1 << 30;

  private LargeBenchmark() {}

  /** What a process took. */
  private record Cost(double seconds, double cpuSeconds, double gib, int exitCode) {}

  /** Runs it; true if time and memory stay within the targets. */
  public static boolean run(List<String> args) throws IOException, InterruptedException {
    Arguments arguments =
        Arguments.parse(args, Set.of("json"), Set.of("rows", "seconds", "heap", "only"));
    int rows = arguments.number("rows", 10_000_000);
    int seconds = arguments.number("seconds", 90);
    String heap = arguments.text("heap").orElse("3g");
    List<String> works = List.of(arguments.text("only").orElse("duckdb,profile,create").split(","));
    Figures figures = new Figures("large");
    boolean kept = true;
    double peer = Double.NaN;
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path file = folder.path().resolve("large.csv");
      System.err.println("Writing " + rows + " rows ...");
      LargeTable.write(file, rows, SEED);
      for (String work : works) {
        System.err.println(work + " ...");
        Cost cost =
            measure(heap, work, file.toString(), "" + seconds, folder.path().toString() + "/work");
        figures
            .row()
            .put("work", work)
            .put("rows", rows)
            .put("file_gib", Files.size(file) / GIB)
            .put("exit_code", cost.exitCode())
            .put("seconds", cost.seconds())
            .put("cpu_seconds", cost.cpuSeconds())
            .put("peak_gib", cost.gib());
        peer = work.equals("duckdb") ? cost.seconds() : peer;
        boolean slow = work.equals("profile") && cost.seconds() > MOST_TIMES * peer;
        boolean learns = work.equals("create") || work.equals("stream");
        boolean large = learns && cost.gib() > MOST_GIB;
        kept &= cost.exitCode() == 0 && !slow && !large;
      }
    }
    figures.print(arguments.has("json"));
    return kept;
  }

  private static Cost measure(String heap, String... work)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-cp", System.getProperty("java.class.path")));
    command.add(LargeWork.class.getName());
    command.addAll(List.of(work));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    long peak = 0;
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, Machine.peakBytes(process.pid()).orElse(0L));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> lines = said.lines().toList();
    if (process.exitValue() != 0) {
      return new Cost(Double.NaN, Double.NaN, peak / GIB, process.exitValue());
    }
    String[] took = lines.get(lines.size() - 1).split(" ");
    return new Cost(Double.parseDouble(took[0]), Double.parseDouble(took[1]), peak / GIB, 0);
  }
}
