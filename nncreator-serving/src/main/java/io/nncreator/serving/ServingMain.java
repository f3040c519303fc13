// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import io.nncreator.api.error.NnCreatorException;
import io.nncreator.serving.internal.log.LineLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process that serves one bundle until it is told to stop.
 *
 * <p>Exit codes: 0 or 143 stopped, 1 could not start, 2 wrong arguments, 3 out of memory.
 */
public final class ServingMain {
  private static final String USAGE =
      """
      Usage: BUNDLE [--port N] [--host ADDRESS] [--version TEXT] [--token-file FILE]
                    [--url-file FILE] [--lame-duck MILLIS] [--body-bytes N] [--queue N]
                    [--answer-millis N] [--replica TEXT] [--rows N] [--connections N]
                    [--threads N] [--rehearse true]""";
  private static final int WRONG_ARGUMENTS = 2;
  private static final int OUT_OF_MEMORY = 3;

  private final ServingBuilder builder = ServingServer.builder();
  private @Nullable Path urlFile;
  private long lameDuckMillis = 300;
  private boolean rehearse;

  private ServingMain() {}

  /** Serves the bundle that the arguments name. */
  public static void main(String[] args) throws InterruptedException {
    ProcessSettings.apply();
    ServingMain process = new ServingMain();
    try {
      process.read(new ArrayDeque<>(List.of(args)));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(USAGE);
      System.exit(WRONG_ARGUMENTS);
    }
    try {
      System.exit(process.run());
    } catch (NnCreatorException | IOException e) {
      System.err.println(e);
      System.exit(1);
    }
  }

  private void read(Deque<String> args) {
    boolean named = false;
    while (!args.isEmpty()) {
      String option = args.pop();
      if (!option.startsWith("--")) {
        if (named) {
          throw new IllegalArgumentException("A second bundle (" + option + ") is named.");
        }
        builder.bundle(Path.of(option));
        named = true;
      } else if (args.isEmpty()) {
        throw new IllegalArgumentException("The option (" + option + ") lacks its value.");
      } else {
        set(option, args.pop());
      }
    }
    if (!named) {
      throw new IllegalArgumentException("No bundle is named.");
    }
  }

  private void set(String option, String value) {
    switch (option) {
      case "--port" -> builder.port(Integer.parseInt(value));
      case "--host" -> builder.host(value);
      case "--version" -> builder.version(value);
      case "--token-file" -> builder.tokenFile(Path.of(value));
      case "--url-file" -> urlFile = Path.of(value);
      case "--lame-duck" -> lameDuckMillis = Long.parseLong(value);
      case "--body-bytes" -> builder.bodyBytes(Integer.parseInt(value));
      case "--replica" -> builder.replica(value);
      case "--rows" -> builder.rows(Integer.parseInt(value));
      case "--connections" -> builder.connections(Integer.parseInt(value));
      case "--threads" -> builder.ioThreads(Integer.parseInt(value));
      case "--rehearse" -> rehearse = Boolean.parseBoolean(value);
      case "--queue" -> builder.queue(Integer.parseInt(value));
      case "--answer-millis" -> builder.answerTime(Duration.ofMillis(Long.parseLong(value)));
      default -> throw new IllegalArgumentException("There is no option (" + option + ").");
    }
  }

  private int run() throws IOException, InterruptedException {
    ServingServer server = builder.start();
    if (rehearse) {
      server.rehearse();
      server.close();
      return 0;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "nncreator-serving-stop"));
    if (urlFile != null) {
      Files.writeString(urlFile, server.url() + "\n");
    }
    server.awaitEnd();
    return server.failed() ? OUT_OF_MEMORY : 0;
  }

  /** For a moment still answers, so that load balancers see in time that it is going. */
  private void stop(ServingServer server) {
    try {
      if (!server.failed()) {
        server.drain();
        Thread.sleep(lameDuckMillis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      server.close();
      LineLog.out().flush();
    }
  }
}
