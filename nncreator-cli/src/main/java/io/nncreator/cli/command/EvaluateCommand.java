// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import io.nncreator.api.data.DataSource;
import io.nncreator.cli.report.EvaluationText;
import io.nncreator.cli.report.ExitCode;
import io.nncreator.cli.text.Json;
import io.nncreator.core.Evaluation;
import io.nncreator.runtime.NeuralNetwork;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges a network on labelled rows. */
@Command(
    name = "evaluate",
    description = "Judge a network on rows whose true answers are in the file.")
public final class EvaluateCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private final NetworkArgument network = new NetworkArgument();

  @Option(
      names = {"-d", "--data"},
      required = true,
      paramLabel = "FILE",
      description = "Table with the target column, which the network must not have learnt from.")
  private Path data = Path.of("");

  @Option(names = "--json", description = "Print one JSON object on standard output.")
  private boolean json;

  /** Creates the command. */
  public EvaluateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (NeuralNetwork loaded = NeuralNetwork.load(network.bundle())) {
      Evaluation evaluation = Evaluation.of(loaded, DataSource.file(data));
      PrintStream out = surroundings.terminal().out();
      if (json) {
        out.println(Json.write(EvaluationText.json(loaded.info(), evaluation)));
      } else {
        EvaluationText.of(loaded.info(), evaluation).forEach(out::println);
      }
    }
    return ExitCode.DONE;
  }
}
