// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.event.ChampionChanged;
import io.nncreator.api.event.Stage;
import io.nncreator.api.event.StageStarted;
import io.nncreator.api.event.TrialFinished;
import io.nncreator.api.event.TrialProgressed;
import io.nncreator.api.event.TrialStarted;
import io.nncreator.api.event.Warned;
import io.nncreator.api.training.EpochProgress;
import io.nncreator.cli.terminal.Terminal;
import io.nncreator.core.JobProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A progress display")
class ProgressDisplayTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  @DisplayName("writes plain lines where lines cannot be rewritten")
  void plain() {
    try (ProgressDisplay display = display(false, 80)) {
      display.onEvent(new StageStarted("1", START, Stage.INTAKE));
      display.onEvent(new TrialStarted("1", at(1), 1, 3, "mlp"));
      display.onEvent(new TrialProgressed("1", at(2), 1, new EpochProgress(4, 9, 1, 1, 1)));
      display.tick(progress(2));
      display.tick(progress(6));
      display.tick(progress(7));
      display.onEvent(new TrialFinished("1", at(8), 1, "mlp", 0.5, "kept"));
      display.onEvent(new ChampionChanged("1", at(8), "mlp", 0.5));
    }
    assertThat(shown().lines())
        .containsExactly(
            "[   0.0 s] reading the data",
            "[   1.0 s] trial 1 of 3 mlp",
            "[   6.0 s] 50 % done, about 20 s left, trial 1 of 3 mlp, epoch 4 of 9",
            "[   8.0 s] trial 1 mlp: score 0.5000, kept",
            "[   8.0 s] best so far: mlp, score 0.5000");
  }

  @Test
  @DisplayName("rewrites one line on a terminal and leaves it clean")
  void live() {
    try (ProgressDisplay display = display(true, 60)) {
      display.onEvent(new TrialStarted("1", at(1), 1, 3, "mlp"));
      display.tick(progress(6));
      display.onEvent(new Warned("1", at(7), "few\u001b rows"));
    }
    String line = "[##########----------] 50 %  20 s left  trial 1 of 3 mlp";
    assertThat(shown())
        .isEqualTo(
            "\r\u001b[K" + line + "\r\u001b[Kwarning: few\\u001b rows\n" + line + "\r\u001b[K");
  }

  @Test
  @DisplayName("never writes more than a line holds")
  void narrow() {
    try (ProgressDisplay display = display(true, 20)) {
      display.tick(progress(6));
      display.tick(progress(6));
    }
    assertThat(shown()).isEqualTo("\r\u001b[K[##########--------\r\u001b[K");
  }

  @Test
  @DisplayName("keeps results apart from progress")
  void results() {
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    try (ProgressDisplay display = display(false, 80)) {
      display.show(new PrintStream(results, true, StandardCharsets.UTF_8), List.of("one", "two"));
    }
    assertThat(results.toString(StandardCharsets.UTF_8).lines()).containsExactly("one", "two");
    assertThat(shown()).isEmpty();
  }

  private ProgressDisplay display(boolean live, int width) {
    PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return ProgressDisplay.on(new Terminal(System.out, err, live, live, width), false);
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }

  private static JobProgress progress(int elapsed) {
    return new JobProgress(
        Stage.TRAINING, 0.5, Duration.ofSeconds(elapsed), Duration.ofSeconds(20), null);
  }
}
