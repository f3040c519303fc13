// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.process;

import io.nncreator.api.data.DataSource;
import io.nncreator.benchmarks.report.Arguments;
import io.nncreator.benchmarks.report.Figures;
import io.nncreator.benchmarks.report.TemporaryFolder;
import io.nncreator.core.NeuralNetworkCreator;
import io.nncreator.runtime.NeuralNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Many creations in one JVM, then predictions by several threads while another creates. Memory is
 * looked at, and how many threads run at once.
 */
public final class SoakBenchmark {
  /** How it is called. */
  public static final String OPTIONS = "[--creations 50] [--budget 3s] [--threads 4] [--json]";

  /** Creations after which classes are loaded, code is compiled and native pools are warm. */
  private static final int WARM_UP = 15;

  /** Creations whose median is compared. */
  private static final int WINDOW = 5;

  /**
   * Share of looks at a creation that may find more threads than cores: one thread may be waking
   * another before it goes to sleep itself.
   */
  private static final double MOST_CROWDED = 0.05;

  private static final double MOST_HEAP_GROWTH_MIB = 4;
  private static final double MOST_NATIVE_GROWTH_MIB = 24;

  private final int cores = Runtime.getRuntime().availableProcessors();
  private final Duration budget;
  private final TemporaryFolder folder;
  private final Path data = Path.of(CommandLineProcess.example("penguins.csv"));

  private SoakBenchmark(Duration budget, TemporaryFolder folder) {
    this.budget = budget;
    this.folder = folder;
  }

  /** Runs it; true if memory came back, threads kept to the cores and all answers were equal. */
  public static boolean run(List<String> args)
      throws IOException, InterruptedException, ExecutionException {
    Arguments arguments =
        Arguments.parse(args, Set.of("json"), Set.of("creations", "budget", "threads"));
    try (TemporaryFolder folder = new TemporaryFolder()) {
      SoakBenchmark soak =
          new SoakBenchmark(arguments.time("budget", Duration.ofSeconds(3)), folder);
      Figures figures = new Figures("soak");
      boolean back = soak.create(arguments.number("creations", 50), figures);
      boolean equal = soak.predictWhileCreating(arguments.number("threads", 4), figures);
      figures.print(arguments.has("json"));
      return back && equal;
    }
  }

  private boolean create(int creations, Figures figures) throws IOException, InterruptedException {
    List<MemoryUse> uses = new ArrayList<>();
    boolean withinCores = true;
    for (int i = 1; i <= creations; i++) {
      System.err.println("creation " + i + " of " + creations + " ...");
      ThreadWatch watch = new ThreadWatch(cores);
      try (watch) {
        creation("network" + i).close();
      }
      uses.add(MemoryUse.now());
      put(figures.row().put("what", "creation " + i), uses.get(i - 1))
          .put("equal_answers", "")
          .put("most_threads", watch.most())
          .put("crowded_share", watch.crowdedShare());
      if (watch.crowdedShare() > MOST_CROWDED) {
        System.err.println("  more than " + cores + " threads: " + watch.crowd());
        withinCores = false;
      }
    }
    if (creations < WARM_UP + 2 * WINDOW) {
      return withinCores;
    }
    MemoryUse warm = MemoryUse.median(uses.subList(WARM_UP, WARM_UP + WINDOW));
    MemoryUse last = MemoryUse.median(uses.subList(creations - WINDOW, creations));
    put(
            figures
                .row()
                .put("what", "median after " + (WARM_UP + 1) + " to " + (WARM_UP + WINDOW)),
            warm)
        .put("equal_answers", "");
    put(figures.row().put("what", "median after the last " + WINDOW), last)
        .put("equal_answers", "");
    // A comparison with a figure that is not known is false: then nothing is held against it.
    return withinCores
        && !(last.heapMebibytes() - warm.heapMebibytes() > MOST_HEAP_GROWTH_MIB)
        && !(last.nativeMebibytes() - warm.nativeMebibytes() > MOST_NATIVE_GROWTH_MIB);
  }

  private boolean predictWhileCreating(int threads, Figures figures)
      throws IOException, InterruptedException, ExecutionException {
    System.err.println(threads + " threads predict while one creates ...");
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (NeuralNetwork network = creation("served")) {
      String expected = answers(network, "expected.csv");
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        String file = "thread" + i + ".csv";
        running.add(pool.submit(predictor(network, file, expected, done)));
      }
      creation("beside").close();
      done.set(true);
      int rounds = 0;
      for (Future<Integer> each : running) {
        rounds += each.get();
      }
      put(figures.row().put("what", rounds + " predicted files"), MemoryUse.now())
          .put("equal_answers", "all");
      return true;
    } finally {
      pool.shutdownNow();
    }
  }

  private Callable<Integer> predictor(
      NeuralNetwork network, String file, String expected, AtomicBoolean done) {
    return () -> {
      int rounds = 0;
      while (!done.get() || rounds == 0) {
        if (!answers(network, file).equals(expected)) {
          throw new IllegalStateException("Answers changed in round " + rounds + ".");
        }
        rounds++;
      }
      return rounds;
    };
  }

  private String answers(NeuralNetwork network, String file) throws IOException {
    Path out = folder.path().resolve(file);
    network.predictCsv(data, out);
    return Files.readString(out);
  }

  private NeuralNetwork creation(String name) throws InterruptedException {
    try (NeuralNetworkCreator creator =
        NeuralNetworkCreator.builder().workspace(folder.path()).build()) {
      return creator
          .create("Tell species")
          .from(DataSource.csv(data))
          .within(budget)
          .to(folder.path().resolve(name))
          .start()
          .await();
    }
  }

  private static Figures put(Figures row, MemoryUse use) {
    return row.put("heap_mib", use.heapMebibytes())
        .put("jvm_mib", use.jvmMebibytes())
        .put("native_mib", use.nativeMebibytes());
  }
}
