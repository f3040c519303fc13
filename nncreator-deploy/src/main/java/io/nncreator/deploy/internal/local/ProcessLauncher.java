// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.deploy.internal.rollout.Goal;
import io.nncreator.runtime.bundle.BundleReader;
import io.nncreator.serving.ServingDistribution;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Servers in processes of their own, which outlive this one. */
final class ProcessLauncher implements Launcher {
  /** How long a server that is told to stop still answers. */
  static final int LAME_DUCK_MILLIS = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int HEAP_PERCENT = 40;
  private static final int FIRST_JAVA_THAT_WARNS = 22;
  private static final int LINES_OF_FAILURE = 20;

  /** Of this process's environment; the rest may hold secrets that are none of a server's. */
  private static final List<String> INHERITED =
      List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "SystemRoot");

  private final DeploymentRequest settings;
  private final ServiceFolder folder;
  private final ServingDistribution server;

  ProcessLauncher(DeploymentRequest settings, ServiceFolder folder, ServingDistribution server) {
    this.settings = settings;
    this.folder = folder;
    this.server = server;
  }

  @Override
  public String deployer() {
    return "local";
  }

  @Override
  public int prepare(Path bundle) {
    BundleReader.read(bundle);
    return folder.addRevision(bundle);
  }

  @Override
  public void keep(List<Integer> revisions) {
    folder.keepRevisions(revisions);
  }

  @Override
  public Server launch(int revision) {
    Path place = folder.newServer();
    Path log = place.resolve("log");
    Path url = place.resolve("url");
    try {
      Process process =
          builder(revision, url).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      int port = awaitPort(process, url, log);
      return ProcessServer.of(process.toHandle(), port, place);
    } catch (IOException e) {
      throw new DeploymentException(
          ErrorCode.DEPLOYMENT_NOT_READY,
          "The process of a replica cannot be started: " + e.getMessage(),
          e);
    }
  }

  private ProcessBuilder builder(int revision, Path url) {
    List<String> jvm = new ArrayList<>();
    jvm.add("-Xmx" + settings.memoryMib() * HEAP_PERCENT / 100 + "m");
    jvm.add("-XX:ActiveProcessorCount=" + (int) Math.max(1, Math.ceil(settings.cpus())));
    if (Runtime.version().feature() >= FIRST_JAVA_THAT_WARNS) {
      jvm.add("--enable-native-access=ALL-UNNAMED");
    }
    List<String> arguments = new ArrayList<>();
    arguments.add(folder.revision(revision).toString());
    arguments.addAll(List.of("--port", "0", "--version", String.valueOf(revision)));
    arguments.addAll(List.of("--lame-duck", String.valueOf(LAME_DUCK_MILLIS)));
    arguments.addAll(List.of("--url-file", url.toString()));
    settings
        .tokenFile()
        .ifPresent(
            file -> arguments.addAll(List.of("--token-file", file.toAbsolutePath().toString())));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder = server.process(java, jvm, arguments);
    builder.environment().keySet().retainAll(INHERITED);
    builder.environment().putAll(ServingDistribution.environment());
    return builder;
  }

  private int awaitPort(Process process, Path url, Path log) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (System.nanoTime() < end) {
        boolean ended = process.waitFor(10, TimeUnit.MILLISECONDS);
        String text = Files.exists(url) ? Files.readString(url) : "";
        if (text.endsWith("\n")) {
          return URI.create(text.trim()).getPort();
        }
        if (ended) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new DeploymentException(
        ErrorCode.DEPLOYMENT_NOT_READY,
        "The replica did not become ready. Its last lines: "
            + String.join(" | ", LogTail.of(log, LINES_OF_FAILURE)),
        null);
  }

  @Override
  public void record(Goal goal, List<Member> members) {
    List<ServerRecord> servers = new ArrayList<>();
    for (Member each : members) {
      if (each.server() instanceof ProcessServer server) {
        servers.add(server.record(each.revision(), each.restarts()));
      }
    }
    folder.write(goal, servers);
  }

  @Override
  public void remove() {
    folder.remove();
  }

  @Override
  public void letGo() {
    folder.unlock();
  }
}
