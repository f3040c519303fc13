// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import io.nncreator.cli.command.Surroundings;
import io.nncreator.cli.terminal.Terminal;
import io.nncreator.core.NeuralNetworkCreator;
import java.util.List;

/** The entry point of the command line. */
public final class Main {
  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  private Main() {}

  /**
   * Runs the command line and exits with its code.
   *
   * @param args the arguments
   */
  public static void main(String[] args) {
    if (List.of(args).contains(CommandTree.DEBUG)) {
      System.setProperty(LOG_LEVEL, "debug");
    }
    Terminal terminal = Terminal.ofProcess(System.getenv());
    Surroundings surroundings =
        new Surroundings(
            terminal, workspace -> NeuralNetworkCreator.builder().workspace(workspace).build());
    int code = CommandTree.execute(surroundings, args);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }
}
