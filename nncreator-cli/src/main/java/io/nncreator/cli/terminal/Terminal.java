// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The streams of a command and what they can show.
 *
 * @param out results; nothing else is ever written there
 * @param err progress, warnings and errors
 * @param live whether lines on {@code err} may be rewritten
 * @param color whether {@code err} and {@code out} may be coloured
 * @param width columns of a line
 */
public record Terminal(PrintStream out, PrintStream err, boolean live, boolean color, int width) {
  private static final int USUAL_WIDTH = 80;
  private static final int LEAST_WIDTH = 20;

  /**
   * Returns the terminal of this process, in UTF-8. A terminal named {@code dumb} is never
   * rewritten or coloured; <a href="https://no-color.org">NO_COLOR</a> takes the colours.
   */
  public static Terminal ofProcess(Map<String, String> environment) {
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean noColor = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean errShown = shown(2) && !dumb;
    return new Terminal(
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        errShown,
        errShown && shown(1) && !noColor,
        width(environment.getOrDefault("COLUMNS", "")));
  }

  /** Java only tells whether both input and output are a terminal; Linux tells each of them. */
  private static boolean shown(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (!Files.isSymbolicLink(link)) {
      return System.console() != null;
    }
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  private static int width(String columns) {
    try {
      return Math.max(LEAST_WIDTH, Integer.parseInt(columns));
    } catch (NumberFormatException e) {
      return USUAL_WIDTH;
    }
  }
}
