// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The entry point of the command line. */
@Command(
    name = "nncreator",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Creates neural networks from a described task and your data.")
public final class Main implements Runnable {

  private Main() {}

  /**
   * Runs the command line and exits with its code.
   *
   * @param args the arguments
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"nncreator " + (version == null ? "(development)" : version)};
    }
  }
}
