// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nncreator.cli.CliProcess.Result;
import io.nncreator.runtime.NeuralNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command line as a process")
class CommandLineIT {
  private static final String PENGUINS = CliProcess.example("penguins.csv");

  @TempDir private Path folder;

  @Test
  @DisplayName("goes from the sentence to answers, judged and exported")
  void wholeWay() throws IOException, InterruptedException {
    String bundle = folder.resolve("network").toString();
    Result made = auto("20s", bundle, "--json");
    assertThat(made.exitCode()).as(made.err()).isZero();
    assertThat(made.out().lines())
        .singleElement()
        .asString()
        .contains("\"objective\": \"multiclass\", \"target\": \"species\"")
        .contains("\"path\": \"" + bundle + "\"");
    assertThat(made.err()).contains("understood: tell (species)").doesNotContain("WARNING");

    Result answered = run("predict", bundle, "--data", PENGUINS, "--out", "-");
    assertThat(answered.exitCode()).as(answered.err()).isZero();
    List<String> answers = answered.out().lines().toList();
    assertThat(answers).hasSize(345);
    assertThat(answers.get(0)).isEqualTo("prediction,p_Adelie,p_Chinstrap,p_Gentoo");
    assertThat(answers.get(1)).matches("Adelie,(0\\.9|1\\.0).*");

    Result judged = run("evaluate", bundle, "--data", PENGUINS, "--json");
    assertThat(judged.exitCode()).as(judged.err()).isZero();
    assertThat(judged.out()).contains("\"metric\": \"accuracy\", \"score\": ");

    assertThat(run("show", bundle).out()).contains("Classes: Adelie, Chinstrap, Gentoo");
    for (String format : List.of("onnx", "torchscript", "safetensors", "pytorch")) {
      Path exported = folder.resolve("as-" + format);
      Result written = run("export", bundle, "--format", format, "--out", exported.toString());
      assertThat(written.exitCode()).as(written.err()).isZero();
      assertThat(exported).exists();
      assertThat(run("export", bundle, "--format", format, "--out", exported.toString()).exitCode())
          .as("a second export must not overwrite the first")
          .isEqualTo(3);
    }
  }

  @Test
  @DisplayName("refuses what cannot be done, without a stack trace and without leaving files")
  void refusals() throws IOException, InterruptedException {
    Path bundle = folder.resolve("network");
    Result unknown = auto("5s", bundle.toString(), "--target", "speceis");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("error[NNC-DATA-003]").contains("species").contains("docs/");
    assertThat(unknown.out()).isEmpty();

    Path empty = Files.createFile(folder.resolve("empty.csv"));
    Result nothing = run("auto", "Tell it", "--data", empty.toString(), "--out", bundle.toString());
    assertThat(nothing.exitCode()).isEqualTo(1);
    assertThat(nothing.err()).contains("error[NNC-DATA-").doesNotContain("\tat ");

    Result absent = run("show", bundle.toString());
    assertThat(absent.exitCode()).isEqualTo(1);
    assertThat(absent.err()).contains("error[NNC-BUNDLE-001]");

    assertThat(run("atuo").exitCode()).isEqualTo(2);
    assertThat(bundle).doesNotExist();
  }

  @Test
  @DisplayName("shows control characters of hostile data instead of obeying them")
  void hostileData() throws IOException, InterruptedException {
    Path table = folder.resolve("hostile.csv");
    StringBuilder text = new StringBuilder("x,\"col\u001b[2J\"\n");
    for (int row = 0; row < 60; row++) {
      text.append(row).append(row % 2 == 0 ? ",\u001b[31myes\n" : ",no\u0007\n");
    }
    Files.writeString(table, text);
    Result planned = run("plan", "Tell the last column", "--data", table.toString());
    assertThat(planned.out() + planned.err()).doesNotContain("\u001b").doesNotContain("\u0007");
  }

  @Test
  @DisplayName("leaves a whole network or none when it is killed")
  void killed() throws IOException, InterruptedException {
    Random random = new Random(3);
    for (int round = 0; round < 3; round++) {
      Path bundle = folder.resolve("killed" + round);
      Process process =
          CliProcess.start(
              "auto",
              "Tell the species",
              "--data",
              PENGUINS,
              "--budget",
              "4s",
              "--out",
              bundle.toString(),
              "--workspace",
              folder.resolve("workspace").toString());
      boolean ended = process.waitFor(1500 + random.nextInt(4000), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      if (Files.exists(bundle)) {
        NeuralNetwork.load(bundle).close();
      } else {
        assertThat(ended).as("a creation that ended has left its network").isFalse();
      }
    }
    Result again = auto("20s", folder.resolve("after").toString());
    assertThat(again.exitCode()).as(again.err()).isZero();
  }

  @Test
  @DisplayName("keeps the best network on the first interrupt")
  void interrupted() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "There is no /bin/kill.");
    assumeTrue(hearsInterrupts(), "The tests run in the background, where SIGINT is ignored.");
    Path bundle = folder.resolve("network");
    Process process =
        CliProcess.start(
            "auto",
            "Tell the species",
            "--data",
            PENGUINS,
            "--budget",
            "5m",
            "--out",
            bundle.toString(),
            "--workspace",
            folder.resolve("workspace").toString());
    // Long enough for the handler to be there; without it the process would end with 130.
    assertThat(process.waitFor(8, TimeUnit.SECONDS)).isFalse();
    new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    NeuralNetwork.load(bundle).close();
  }

  /**
   * A shell without job control has what it starts with {@code &} ignore SIGINT, and that is
   * inherited.
   */
  private static boolean hearsInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return true;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
          .allMatch(ignored -> (ignored & 1L << 1) == 0);
    }
  }

  @Test
  @DisplayName("runs on Java 25 without a warning of the JVM")
  void java25() throws IOException, InterruptedException {
    Optional<Path> java = findJava25();
    assumeTrue(java.isPresent(), "There is no Java 25 in /usr/lib/jvm.");
    Result made =
        CliProcess.runWith(
            java.orElseThrow(),
            folder,
            "auto",
            "Tell the species",
            "--data",
            PENGUINS,
            "--budget",
            "20s",
            "--quiet",
            "--out",
            folder.resolve("network").toString());
    assertThat(made.exitCode()).as(made.err()).isZero();
    assertThat(made.err()).doesNotContain("WARNING");
  }

  private static Optional<Path> findJava25() throws IOException {
    Path all = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(all)) {
      return homes
          .filter(home -> home.getFileName().toString().contains("25"))
          .map(home -> home.resolve("bin/java"))
          .filter(Files::isExecutable)
          .findFirst();
    }
  }

  private Result auto(String budget, String bundle, String... more)
      throws IOException, InterruptedException {
    List<String> args =
        Stream.concat(
                Stream.of(
                    "auto",
                    "Tell the species of a penguin",
                    "--data",
                    PENGUINS,
                    "--budget",
                    budget,
                    "--out",
                    bundle,
                    "--workspace",
                    folder.resolve("workspace").toString()),
                Stream.of(more))
            .toList();
    return run(args.toArray(String[]::new));
  }

  private Result run(String... args) throws IOException, InterruptedException {
    return CliProcess.run(folder, args);
  }
}
