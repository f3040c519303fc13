// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of this machine. */
final class Program {
  private static final int PATIENCE_MINUTES = 5;

  private Program() {}

  /** Returns what it wrote. */
  static String run(List<String> command) {
    String name = command.get(0);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw Images.failed("The program (" + name + ") does not end", "Maybe try again.", null);
      }
      if (process.exitValue() != 0) {
        throw Images.failed(
            "The program ("
                + name
                + ") ended with code "
                + process.exitValue()
                + ": "
                + output.strip(),
            "Maybe deploy with the deployer local, which needs no image.",
            null);
      }
      return output;
    } catch (IOException e) {
      throw Images.failed("The program (" + name + ") cannot be started", "Maybe install it.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Images.failed("The image was not finished", "The thread was interrupted.", e);
    }
  }
}
