// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.progress;

import io.nncreator.api.event.CreationEvent;
import io.nncreator.cli.text.Display;
import io.nncreator.cli.text.Durations;
import io.nncreator.core.JobProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line for each event, for logs and pipes; how far it is at most every five seconds. */
final class PlainProgress implements ProgressDisplay {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final PrintStream err;
  private final CreationView view = new CreationView();
  private Duration lastTick = Duration.ZERO;
  private @Nullable Instant start;

  PlainProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public synchronized void onEvent(CreationEvent event) {
    if (start == null) {
      start = event.at();
    }
    Duration since = Duration.between(start, event.at());
    view.take(event).ifPresent(line -> print(since, line));
  }

  @Override
  public synchronized void tick(JobProgress progress) {
    if (progress.elapsed().minus(lastTick).compareTo(PAUSE) < 0) {
      return;
    }
    lastTick = progress.elapsed();
    StringBuilder line = new StringBuilder();
    line.append(Math.round(100 * progress.fraction())).append(" % done, about ");
    line.append(Durations.format(progress.remaining())).append(" left");
    if (!view.training().isEmpty()) {
      line.append(", ").append(view.training());
    }
    print(progress.elapsed(), line.toString());
  }

  @Override
  public synchronized void show(PrintStream stream, List<String> lines) {
    lines.forEach(stream::println);
    stream.flush();
  }

  private void print(Duration since, String line) {
    double seconds = since.toMillis() / 1000.0;
    err.println(String.format(Locale.ROOT, "[%6.1f s] %s", seconds, Display.safe(line)));
  }

  @Override
  public void close() {
    err.flush();
  }
}
