// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.serving;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nncreator.benchmarks.engine.SingleNetwork;
import io.nncreator.benchmarks.report.Arguments;
import io.nncreator.benchmarks.report.Figures;
import io.nncreator.benchmarks.report.Machine;
import io.nncreator.benchmarks.report.TemporaryFolder;
import io.nncreator.djl.DjlTrainer;
import io.nncreator.runtime.bundle.BundleReader;
import io.nncreator.runtime.bundle.GoldenRow;
import io.nncreator.runtime.bundle.NetworkBundle;
import io.nncreator.runtime.pipeline.RawType;
import io.nncreator.serving.ServingDistribution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The server under load: our distribution and, in the same run, DJL's own Predictor behind the same
 * HTTP server. Server and load generator are processes of their own on this machine.
 */
public final class ServingBenchmark {
  /** How it is called. */
  public static final String OPTIONS =
      "[--runs 3] [--seconds 5] [--connections 16] [--bundle FOLDER] [--lists] [--no-peer] [--json]";

  private static final double LEAST_REQUESTS = 15_000;
  private static final double MOST_CPU_MICROS = 40;
  private static final double MOST_START_MILLIS = 350;
  private static final double MOST_MEBIBYTES = 64;
  private static final int WARM_UP_SECONDS = 12;

  private final Path folder;
  private final Path bundle;
  private final Path body;
  private final int connections;
  private final int seconds;

  private ServingBenchmark(Path folder, Path bundle, Path body, Arguments arguments) {
    this.folder = folder;
    this.bundle = bundle;
    this.body = body;
    this.connections = arguments.number("connections", 16);
    this.seconds = arguments.number("seconds", 5);
  }

  /** Runs it; true if our server keeps the bars and refuses nothing. */
  public static boolean run(List<String> args) throws Exception {
    Arguments arguments =
        Arguments.parse(
            args,
            Set.of("json", "lists", "no-peer"),
            Set.of("runs", "seconds", "connections", "bundle"));
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path place = folder.path();
      Path bundle =
          arguments.text("bundle").isPresent()
              ? Path.of(arguments.text("bundle").orElseThrow()).toAbsolutePath()
              : made(place);
      Path body = place.resolve("body.json");
      Files.write(body, body(BundleReader.read(bundle), arguments.has("lists")));
      return new ServingBenchmark(place, bundle, body, arguments).measure(arguments);
    }
  }

  private boolean measure(Arguments arguments) throws Exception {
    NetworkBundle network = BundleReader.read(bundle);
    ServingDistribution server = ServingDistribution.write(folder.resolve("server"));
    if (!server.archive(java(), bundle)) {
      System.err.println("This JVM makes no archive of classes: the start is slower.");
    }
    boolean numbers = network.schema().columns().stream().allMatch(c -> c.type() == RawType.NUMBER);
    boolean peer = numbers && !arguments.has("no-peer");
    Path script = folder.resolve("model.pt");
    if (peer) {
      new DjlTrainer().exportTorchScript(network.model().graph(), network.weights(), script);
    }
    List<ServingSample> ours = new ArrayList<>();
    List<ServingSample> theirs = new ArrayList<>();
    for (int run = 0; run < arguments.number("runs", 3); run++) {
      System.err.println("Run " + (run + 1) + ", load of the machine " + Machine.load() + " ...");
      ours.add(sample(ours(server)));
      if (peer) {
        theirs.add(sample(peer(script, network.schema().columns().size())));
      }
    }
    Figures figures = new Figures("serving (" + Files.size(body) + " bytes a request)");
    row(figures, "nncreator", ours);
    if (peer) {
      row(figures, "djl predictor", theirs);
    }
    figures.print(arguments.has("json"));
    return kept(ours);
  }

  private static boolean kept(List<ServingSample> ours) {
    boolean kept = true;
    kept &=
        bar(
            "requests/s",
            ServingSample.median(ours, ServingSample::requestsPerSecond),
            LEAST_REQUESTS,
            true);
    kept &=
        bar(
            "CPU us a request",
            ServingSample.median(ours, ServingSample::cpuMicros),
            MOST_CPU_MICROS,
            false);
    kept &=
        bar(
            "ms to start",
            ServingSample.median(ours, ServingSample::startMillis),
            MOST_START_MILLIS,
            false);
    kept &=
        bar(
            "MiB when ready",
            ServingSample.median(ours, ServingSample::ownMebibytes),
            MOST_MEBIBYTES,
            false);
    return kept && ours.stream().allMatch(sample -> sample.failed() == 0);
  }

  private static boolean bar(String what, double value, double bar, boolean least) {
    boolean kept = least ? value >= bar : value <= bar;
    if (!kept) {
      System.err.println(
          what + ": " + value + " misses the bar of " + (least ? "at least " : "at most ") + bar);
    }
    return kept;
  }

  private static void row(Figures figures, String side, List<ServingSample> samples) {
    figures
        .row()
        .put("server", side)
        .put("requests_per_s", ServingSample.median(samples, ServingSample::requestsPerSecond))
        .put("p50_ms", ServingSample.median(samples, ServingSample::p50Millis))
        .put("p99_ms", ServingSample.median(samples, ServingSample::p99Millis))
        .put("cpu_us_per_request", ServingSample.median(samples, ServingSample::cpuMicros))
        .put("start_ms", ServingSample.median(samples, ServingSample::startMillis))
        .put("own_mib_ready", ServingSample.median(samples, ServingSample::ownMebibytes))
        .put("rss_mib_ready", ServingSample.median(samples, ServingSample::residentMebibytes))
        .put("own_mib_loaded", ServingSample.median(samples, ServingSample::loadedMebibytes))
        .put("failed", samples.stream().mapToLong(ServingSample::failed).sum());
  }

  private ProcessBuilder ours(ServingDistribution server) {
    return server.process(
        java(),
        List.of(),
        List.of(bundle.toString(), "--port", "0", "--url-file", urlFile().toString()));
  }

  private ProcessBuilder peer(Path script, int columns) {
    ProcessBuilder process =
        new ProcessBuilder(
            java().toString(),
            "-XX:+UseSerialGC",
            "-Dcolumns=" + columns,
            "-cp",
            System.getProperty("java.class.path"),
            PeerServer.class.getName(),
            bundle.toString(),
            script.toString(),
            urlFile().toString());
    process
        .environment()
        .putAll(
            Map.of(
                "ORT_DISABLE_TELEMETRY", "1",
                "OMP_NUM_THREADS", "1",
                "DJL_OFFLINE", "true",
                "OPT_OUT_TRACKING", "true"));
    return process;
  }

  private ServingSample sample(ProcessBuilder command) throws IOException, InterruptedException {
    try (ServerUnderTest server = ServerUnderTest.start(command, urlFile())) {
      double own = server.ownMebibytes();
      double resident = server.residentMebibytes();
      load(server, WARM_UP_SECONDS);
      long before = server.cpu().toNanos();
      LoadResult result = load(server, seconds);
      double cpu = (server.cpu().toNanos() - before) / 1e3 / result.answers();
      return new ServingSample(
          result.answers() / result.seconds(),
          result.p50Millis(),
          result.p99Millis(),
          cpu,
          server.startMillis(),
          own,
          resident,
          server.ownMebibytes(),
          result.failed());
    }
  }

  private LoadResult load(ServerUnderTest server, int time)
      throws IOException, InterruptedException {
    Process generator =
        new ProcessBuilder(
                java().toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LoadGenerator.class.getName(),
                Integer.toString(server.port()),
                Integer.toString(connections),
                Integer.toString(time),
                body.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line = new String(generator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!generator.waitFor(1, TimeUnit.MINUTES) || generator.exitValue() != 0) {
      generator.destroyForcibly();
      throw new IOException("The load generator failed.");
    }
    return LoadResult.parse(line);
  }

  private Path urlFile() {
    return folder.resolve("url");
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static Path made(Path folder) throws InterruptedException {
    System.err.println("A network " + SingleNetwork.SHAPE + " is made first ...");
    try (SingleNetwork single = SingleNetwork.in(folder)) {
      return single.network().location();
    }
  }

  /** Returns a request about one row: one that the bundle keeps, or made up. */
  private static byte[] body(NetworkBundle network, boolean lists) throws IOException {
    Map<String, Object> cells = new LinkedHashMap<>();
    List<GoldenRow> golden = network.golden();
    for (int i = 0; i < network.schema().columns().size(); i++) {
      String name = network.schema().columns().get(i).name();
      Object cell = golden.isEmpty() ? (Object) (0.0625 * i - 1) : golden.get(0).row().get(name);
      cells.put(name, cell);
    }
    Object row = lists ? new ArrayList<>(cells.values()) : cells;
    return new ObjectMapper().writeValueAsBytes(Map.of("instances", List.of(row)));
  }
}
