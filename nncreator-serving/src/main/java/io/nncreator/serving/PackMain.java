// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import io.nncreator.api.error.NnCreatorException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a {@link ServingDistribution} with its archive of classes: {@code FOLDER BUNDLE}.
 *
 * <p>Exit codes: 0 written, 1 not written, 2 wrong arguments.
 */
public final class PackMain {
  private PackMain() {}

  /** Writes to the folder that the arguments name. */
  public static void main(String[] args) throws InterruptedException {
    if (args.length != 2) {
      System.err.println("Usage: FOLDER BUNDLE");
      System.exit(2);
    }
    try {
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      ServingDistribution written = ServingDistribution.write(Path.of(args[0]));
      boolean archived = written.archive(java, Path.of(args[1]));
      System.out.println("cd " + written.folder());
      ServingDistribution.environment()
          .forEach((k, v) -> System.out.println("export " + k + "=" + v));
      System.out.println(String.join(" ", written.command("java", List.of(), List.of("BUNDLE"))));
      if (!archived) {
        System.err.println("No archive of classes: this JVM makes none, or the bundle is damaged.");
        System.exit(1);
      }
    } catch (NnCreatorException e) {
      System.err.println(e);
      System.exit(1);
    }
  }
}
