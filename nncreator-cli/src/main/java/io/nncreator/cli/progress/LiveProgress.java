// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.progress;

import io.nncreator.api.event.CreationEvent;
import io.nncreator.api.event.Stage;
import io.nncreator.api.event.Warned;
import io.nncreator.cli.terminal.Terminal;
import io.nncreator.cli.text.Display;
import io.nncreator.cli.text.Durations;
import io.nncreator.core.JobProgress;
import java.io.PrintStream;
import java.util.List;

/** One line that is rewritten in place. */
final class LiveProgress implements ProgressDisplay {
  private static final String CLEAR = "\r\u001b[K";
  private static final int BAR = 20;

  private final PrintStream err;
  private final int width;
  private final CreationView view = new CreationView();
  private String shown = "";

  LiveProgress(Terminal terminal) {
    this.err = terminal.err();
    this.width = terminal.width();
  }

  @Override
  public synchronized void onEvent(CreationEvent event) {
    view.take(event);
    if (event instanceof Warned warned) {
      show(err, List.of("warning: " + Display.safe(warned.message())));
    }
  }

  @Override
  public synchronized void tick(JobProgress progress) {
    show(line(progress));
  }

  private String line(JobProgress progress) {
    int done = (int) Math.round(BAR * progress.fraction());
    StringBuilder line = new StringBuilder("[");
    line.append("#".repeat(done)).append("-".repeat(BAR - done)).append("] ");
    line.append(Math.round(100 * progress.fraction())).append(" %  ");
    line.append(Durations.format(progress.remaining())).append(" left  ");
    if (!view.champion().isEmpty()) {
      line.append("best: ").append(view.champion()).append("  ");
    }
    return line.append(doing(progress.stage())).toString();
  }

  private String doing(Stage stage) {
    return switch (stage) {
      case INTAKE -> "reading the data";
      case ANALYSIS -> "understanding the task";
      case PLANNING -> "planning";
      case TRAINING -> view.training();
      case SCORING -> "judging on unseen rows";
      case RELEASE -> "saving";
    };
  }

  private void show(String line) {
    String safe = Display.safe(line);
    // A full last column would make some terminals wrap.
    String cut = safe.length() < width ? safe : safe.substring(0, width - 1);
    if (!cut.equals(shown)) {
      err.print(CLEAR + cut);
      err.flush();
      shown = cut;
    }
  }

  @Override
  public synchronized void show(PrintStream stream, List<String> lines) {
    err.print(shown.isEmpty() ? "" : CLEAR);
    err.flush();
    lines.forEach(stream::println);
    stream.flush();
    err.print(shown);
    err.flush();
  }

  @Override
  public synchronized void close() {
    if (!shown.isEmpty()) {
      err.print(CLEAR);
      err.flush();
      shown = "";
    }
  }
}
