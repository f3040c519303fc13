// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import picocli.CommandLine.Option;

/** How a command answers. */
final class OutputOptions {
  @Option(
      names = "--json",
      description = "Print one JSON object on standard output, and nothing else there.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress, only warnings and errors.")
  private boolean quiet;

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }
}
