// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged command line as a process of its own. */
final class CliProcess {
  private static final Path JAR = Path.of("target", "nncreator.jar");

  private CliProcess() {}

  /**
   * What a process left.
   *
   * @param exitCode of the process
   * @param out its standard output
   * @param err its standard error
   */
  record Result(int exitCode, String out, String err) {}

  /** Runs a command to its end, with the Java of this test. */
  static Result run(Path folder, String... args) throws IOException, InterruptedException {
    return runWith(java(), folder, args);
  }

  /** Runs a command to its end. */
  static Result runWith(Path java, Path folder, String... args)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    int code =
        builder(java, args)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    return new Result(code, Files.readString(out), Files.readString(err));
  }

  /** Starts a command whose output nobody reads. */
  static Process start(String... args) throws IOException {
    return builder(java(), args)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static ProcessBuilder builder(Path java, String... args) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-jar", JAR.toAbsolutePath().toString()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command);
  }

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Returns a table of the repository. */
  static String example(String name) {
    return Path.of("..", "examples", "data", name).toAbsolutePath().normalize().toString();
  }
}
