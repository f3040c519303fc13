// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What runs when no command is named: the help. */
@Command(
    name = "nncreator",
    description = "Creates neural networks from a described task and your data.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Try it:",
      "  nncreator auto \"Tell the penguin species\" --data examples/data/penguins.csv",
      "",
      "Exit codes: 0 done, 1 refused (task, data or bundle; with a code NNC-...), 2 command not",
      "understood, 3 the machine does not allow it (a part, memory or folder is missing),",
      "4 a fault of NNCreator, 130 cancelled with Ctrl-C."
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine command = spec.commandLine();
    command.usage(command.getOut());
  }
}
