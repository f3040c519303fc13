// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.large;

import io.nncreator.api.data.DataProfile;
import io.nncreator.api.data.DataSource;
import io.nncreator.api.event.CreationPlanned;
import io.nncreator.api.event.Warned;
import io.nncreator.core.NeuralNetworkCreator;
import io.nncreator.core.internal.intake.DatasetReader;
import io.nncreator.core.internal.intake.ReadTable;
import io.nncreator.core.internal.intake.sample.Sampling;
import io.nncreator.core.internal.profile.DataProfiler;
import io.nncreator.runtime.NeuralNetwork;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/** One piece of work on a large table, done in a JVM of its own so that its memory is known. */
final class LargeWork {
  private static final long SEED = 1;

  private LargeWork() {}

  /**
   * Does it; the last line of the output is the seconds that it took, and those of processors.
   *
   * @param args {@code duckdb FILE}, {@code profile FILE} or {@code create FILE SECONDS FOLDER},
   *     {@code stream FILE SECONDS FOLDER}
   */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[1]);
    Watch watch = new Watch();
    String said =
        switch (args[0]) {
          case "duckdb" -> duckDb(file, watch);
          case "profile" -> profile(file);
          case "stream" -> StreamedTraining.run(file, Path.of(args[3]));
          case "create" -> create(file, Long.parseLong(args[2]), Path.of(args[3]));
          default -> throw new IllegalArgumentException(args[0]);
        };
    String took = watch.shown();
    System.err.println("  " + said);
    System.out.println(took);
  }

  /**
   * Lets DuckDB find out dialect and types, and look at every cell. That its library is unpacked
   * and loaded before does not count.
   */
  private static String duckDb(Path file, Watch watch) throws Exception {
    String numbers =
        Arrays.stream(LargeTable.HEADER.split(","))
            .map(name -> "min(" + name + "), max(" + name + "), count(" + name + ")")
            .collect(Collectors.joining(", "));
    String query = "SELECT count(*), " + numbers + " FROM read_csv('" + file + "')";
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
      watch.start();
      try (ResultSet result = statement.executeQuery(query)) {
        result.next();
        return result.getLong(1) + " rows";
      }
    }
  }

  private static String profile(Path file) {
    long start = System.nanoTime();
    ReadTable table = new DatasetReader().read(DataSource.csv(file), Sampling.of(SEED, 0));
    double read = (System.nanoTime() - start) / 1e9;
    DataProfile profile = new DataProfiler().profile(table);
    return String.format(Locale.ROOT, "%d rows, read in %.2f s", profile.rows(), read);
  }

  private static String create(Path file, long seconds, Path folder) throws InterruptedException {
    try (NeuralNetworkCreator creator = NeuralNetworkCreator.builder().workspace(folder).build();
        NeuralNetwork network =
            creator
                .create("Tell " + LargeTable.TARGET)
                .from(DataSource.csv(file))
                .target(LargeTable.TARGET)
                .within(Duration.ofSeconds(seconds))
                .on(Warned.class, event -> System.err.println("  " + event.message()))
                .on(CreationPlanned.class, event -> System.err.println("  " + event.candidates()))
                .start()
                .await()) {
      return network.info().score() + ", a linear network " + network.info().linear();
    }
  }

  /** Time of the wall and of processors, from its making or its last start. */
  private static final class Watch {
    private long start;
    private long cpuStart;

    Watch() {
      start();
    }

    void start() {
      start = System.nanoTime();
      cpuStart = cpu();
    }

    String shown() {
      return String.format(
          Locale.ROOT, "%.2f %.2f", (System.nanoTime() - start) / 1e9, (cpu() - cpuStart) / 1e9);
    }

    private static long cpu() {
      return ManagementFactory.getOperatingSystemMXBean()
              instanceof com.sun.management.OperatingSystemMXBean system
          ? system.getProcessCpuTime()
          : 0;
    }
  }
}
