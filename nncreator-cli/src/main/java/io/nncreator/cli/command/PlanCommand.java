// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import io.nncreator.cli.report.ExitCode;
import io.nncreator.cli.report.PlanText;
import io.nncreator.cli.text.Json;
import io.nncreator.core.CreationPlan;
import io.nncreator.core.NeuralNetworkCreator;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what {@code auto} would do. */
@Command(
    name = "plan",
    description = "Say what auto would do with the same options, without training.")
public final class PlanCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private final TaskOptions task = new TaskOptions();
  @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private final OutputOptions output = new OutputOptions();

  /** Creates the command. */
  public PlanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (NeuralNetworkCreator creator = surroundings.creators().apply(workspace.path())) {
      CreationPlan plan = task.spec(creator).plan();
      PrintStream out = surroundings.terminal().out();
      if (output.json()) {
        out.println(Json.write(PlanText.json(plan)));
      } else {
        PlanText.of(plan).forEach(out::println);
      }
    }
    return ExitCode.DONE;
  }
}
