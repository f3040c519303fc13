// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options of every command; what they do happens before a command runs. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
final class StandardOptions {
  @Option(names = CommandTree.DEBUG, description = "Show logs, and the stack trace of an error.")
  boolean debug;
}
