// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import io.nncreator.cli.report.ExitCode;
import io.nncreator.cli.report.NetworkText;
import io.nncreator.cli.text.Json;
import io.nncreator.runtime.NeuralNetwork;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a network is. */
@Command(name = "show", description = "Tell what a network is, how good, and where it comes from.")
public final class ShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private final NetworkArgument network = new NetworkArgument();

  @Option(names = "--json", description = "Print one JSON object on standard output.")
  private boolean json;

  /** Creates the command. */
  public ShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (NeuralNetwork loaded = NeuralNetwork.load(network.bundle())) {
      PrintStream out = surroundings.terminal().out();
      if (json) {
        out.println(Json.write(NetworkText.json(loaded)));
      } else {
        NetworkText.of(loaded).forEach(out::println);
      }
    }
    return ExitCode.DONE;
  }
}
