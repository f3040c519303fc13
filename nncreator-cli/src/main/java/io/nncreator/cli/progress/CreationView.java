// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.progress;

import io.nncreator.api.event.ChampionChanged;
import io.nncreator.api.event.CreationEvent;
import io.nncreator.api.event.DataProfiled;
import io.nncreator.api.event.StageStarted;
import io.nncreator.api.event.TaskAnalysed;
import io.nncreator.api.event.TrialFinished;
import io.nncreator.api.event.TrialProgressed;
import io.nncreator.api.event.TrialStarted;
import io.nncreator.api.event.Warned;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.api.training.EpochProgress;
import io.nncreator.cli.text.Numbers;
import java.util.Locale;
import java.util.Optional;

/** What the events so far add up to, in words. Not thread-safe. */
final class CreationView {
  private String metric = "score";
  private String trial = "";
  private String epoch = "";
  private String champion = "";

  /** Takes an event and returns what it says to people, if anything. */
  Optional<String> take(CreationEvent event) {
    if (event instanceof TaskAnalysed analysed) {
      return Optional.of(understood(analysed.task()));
    }
    if (event instanceof TrialStarted started) {
      trial = "trial " + started.trial() + " of " + started.trials() + " " + started.network();
      epoch = "";
      return Optional.of(trial);
    }
    if (event instanceof TrialProgressed progressed) {
      EpochProgress progress = progressed.progress();
      epoch = "epoch " + progress.epoch() + " of " + progress.epochs();
      return Optional.empty();
    }
    if (event instanceof TrialFinished finished) {
      return Optional.of(
          "trial " + finished.trial() + " " + finished.network() + ": " + judged(finished));
    }
    if (event instanceof ChampionChanged changed) {
      champion = changed.network() + ", " + metric + " " + number(changed.validationScore());
      return Optional.of("best so far: " + champion);
    }
    return other(event);
  }

  private Optional<String> other(CreationEvent event) {
    if (event instanceof DataProfiled profiled) {
      return Optional.of(
          "read "
              + Numbers.count(profiled.profile().rows(), "row")
              + " of "
              + Numbers.count(profiled.profile().columns().size(), "column"));
    }
    if (event instanceof StageStarted started) {
      return switch (started.stage()) {
        case INTAKE -> Optional.of("reading the data");
        case SCORING -> Optional.of("judging the network on rows that no step has seen");
        default -> Optional.empty();
      };
    }
    if (event instanceof Warned warned) {
      return Optional.of("warning: " + warned.message());
    }
    return Optional.empty();
  }

  private String understood(TaskSpec task) {
    metric = task.metric().value().id();
    return "understood: tell ("
        + task.target().value()
        + "), "
        + task.objective().value().name().toLowerCase(Locale.ROOT)
        + ", judged by "
        + metric;
  }

  private String judged(TrialFinished finished) {
    String score =
        Double.isNaN(finished.validationScore())
            ? ""
            : metric + " " + number(finished.validationScore()) + ", ";
    return score + finished.outcome();
  }

  /** Returns the trial and epoch that run, or an empty text. */
  String training() {
    return epoch.isEmpty() ? trial : trial + ", " + epoch;
  }

  /** Returns the best network so far with its score, or an empty text. */
  String champion() {
    return champion;
  }

  private static String number(double score) {
    return Numbers.significant(score);
  }
}
