// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.progress;

import io.nncreator.api.event.CreationListener;
import io.nncreator.cli.terminal.Terminal;
import io.nncreator.core.JobProgress;
import java.io.PrintStream;
import java.util.List;

/** Shows a running creation. Thread-safe. */
public interface ProgressDisplay extends CreationListener, AutoCloseable {
  /** Takes how far the creation is; called several times a second. */
  void tick(JobProgress progress);

  /** Prints lines that must stay readable, such as results, without spoiling the display. */
  void show(PrintStream stream, List<String> lines);

  /** Leaves the terminal clean. */
  @Override
  void close();

  /** Chooses the display that suits a terminal. */
  static ProgressDisplay on(Terminal terminal, boolean quiet) {
    if (quiet) {
      return new QuietProgress(terminal.err());
    }
    return terminal.live() ? new LiveProgress(terminal) : new PlainProgress(terminal.err());
  }
}
