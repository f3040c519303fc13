// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits that the sentence states: "train for at most 10 minutes", "under 5 MB", "accuracy above 90
 * %". What is no limit is left for thresholds and horizons.
 */
final class LimitReader {
  private static final int REACH = 8;

  private final Sentence sentence;
  private final List<Amount> others = new ArrayList<>();
  private @Nullable Double latencyMs;
  private @Nullable Double modelMb;
  private @Nullable Double trainMinutes;
  private @Nullable Double goal;

  LimitReader(Sentence sentence) {
    this.sentence = sentence;
    Amount.all(sentence).forEach(this::read);
  }

  private void read(Amount amount) {
    boolean training = near(amount, "limit.train");
    switch (amount.unit()) {
      case "mb" -> modelMb = amount.value();
      case "kb" -> modelMb = amount.value() / 1000;
      case "gb" -> others.add(amount);
      case "ms" -> latencyMs = amount.value();
      case "second" -> time(amount, training, amount.value() / 60);
      case "minute" -> time(amount, training, amount.value());
      case "hour" -> time(amount, training, amount.value() * 60);
      default -> {
        if (besideMetric(amount)) {
          boolean percent = amount.unit().equals("percent");
          goal = percent ? amount.value() / 100 : amount.value();
        } else {
          others.add(amount);
        }
      }
    }
  }

  private void time(Amount amount, boolean training, double minutes) {
    if (training) {
      trainMinutes = minutes;
    } else {
      others.add(amount);
    }
  }

  /** Whether a word for a metric stands before, with a comparison between the two. */
  private boolean besideMetric(Amount amount) {
    boolean compared =
        sentence.family("compare").stream()
            .anyMatch(topic -> topic.end() <= amount.start() && amount.start() - topic.end() <= 2);
    return compared
        && sentence.family("metric").stream()
            .anyMatch(
                topic ->
                    topic.end() <= amount.start()
                        && amount.start() - topic.end() <= REACH
                        && !ended(topic.end(), amount.start()));
  }

  private boolean near(Amount amount, String key) {
    return sentence.topics().stream()
        .filter(topic -> topic.key().equals(key))
        .anyMatch(
            topic ->
                !ended(Math.min(topic.end(), amount.end()), Math.max(topic.start(), amount.start()))
                    && Math.abs(topic.start() - amount.start()) <= REACH);
  }

  private boolean ended(int from, int to) {
    return from < to && sentence.tokens().subList(from, to).stream().anyMatch(t -> t.ending());
  }

  /** Returns the numbers that are no limits. */
  List<Amount> others() {
    return others;
  }

  @Nullable Double latencyMs() {
    return latencyMs;
  }

  @Nullable Double modelMb() {
    return modelMb;
  }

  @Nullable Double trainMinutes() {
    return trainMinutes;
  }

  @Nullable Double goal() {
    return goal;
  }
}
