// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.progress;

import io.nncreator.api.event.CreationEvent;
import io.nncreator.api.event.Warned;
import io.nncreator.cli.text.Display;
import io.nncreator.core.JobProgress;
import java.io.PrintStream;
import java.util.List;

/** Shows warnings only. */
final class QuietProgress implements ProgressDisplay {
  private final PrintStream err;

  QuietProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public void onEvent(CreationEvent event) {
    if (event instanceof Warned warned) {
      show(err, List.of("warning: " + Display.safe(warned.message())));
    }
  }

  @Override
  public void tick(JobProgress progress) {}

  @Override
  public synchronized void show(PrintStream stream, List<String> lines) {
    lines.forEach(stream::println);
    stream.flush();
  }

  @Override
  public void close() {}
}
