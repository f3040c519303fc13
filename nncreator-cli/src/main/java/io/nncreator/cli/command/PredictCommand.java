// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import io.nncreator.cli.report.ExitCode;
import io.nncreator.cli.text.Numbers;
import io.nncreator.runtime.NeuralNetwork;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers the rows of a file. */
@Command(
    name = "predict",
    description = {
      "Answer the rows of a CSV file.",
      "The answers have the column prediction and, for classes, p_CLASS with each probability;"
          + " they stand in the order of the rows."
    })
public final class PredictCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";

  private final Surroundings surroundings;
  @Mixin private final NetworkArgument network = new NetworkArgument();

  @Option(
      names = {"-d", "--data"},
      required = true,
      paramLabel = "FILE",
      description = "CSV file with the rows to answer; columns in any order.")
  private Path data = Path.of("");

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "CSV file for the answers; replaced if it is there. - is standard output.")
  private String out = "";

  /** Creates the command. */
  public PredictCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    try (NeuralNetwork loaded = NeuralNetwork.load(network.bundle())) {
      if (out.equals(STANDARD_OUTPUT)) {
        print(loaded);
      } else {
        long rows = loaded.predictCsv(data, Path.of(out));
        PrintStream err = surroundings.terminal().err();
        err.println("Answered " + Numbers.count(rows, "row") + " in " + out);
      }
    }
    return ExitCode.DONE;
  }

  /** All answers are made before the first is printed, so a bad row leaves the output empty. */
  private void print(NeuralNetwork loaded) throws IOException {
    Path answers = Files.createTempFile("nncreator-answers", ".csv");
    try {
      loaded.predictCsv(data, answers);
      Files.copy(answers, surroundings.terminal().out());
    } finally {
      Files.deleteIfExists(answers);
    }
  }
}
