// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.task.Metric;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.Optional;

/** Metrics that the sentence names, told apart from columns named like metrics. */
final class MetricWords {
  private static final int REACH = 3;

  private MetricWords() {}

  /** Returns whether words that could be a column are meant as a metric: "optimise precision". */
  static boolean metricRather(Sentence sentence, Mention mention) {
    return sentence.family("metric").stream()
        .filter(topic -> mention.overlaps(topic.start(), topic.end()))
        .anyMatch(topic -> covers(topic, mention) && inFocus(sentence, topic));
  }

  /** Returns the place where the sentence names a metric. */
  static Optional<Topic> find(Reading reading) {
    return reading.sentence().family("metric").stream()
        .filter(topic -> reading.mentions().stream().noneMatch(m -> columnRather(m, topic)))
        .findFirst();
  }

  /** Returns the metric of a place. */
  static Metric metric(Topic topic) {
    return Metric.byId(topic.name())
        .orElseThrow(() -> new IllegalStateException("No metric is named " + topic.name()));
  }

  private static boolean columnRather(Mention mention, Topic topic) {
    return mention.likeness().whole() && mention.overlaps(topic.start(), topic.end());
  }

  private static boolean covers(Topic topic, Mention mention) {
    return topic.start() <= mention.start() && topic.end() >= mention.end();
  }

  /** Whether a word such as "metric" or "maximise" stands just before or after. */
  private static boolean inFocus(Sentence sentence, Topic metric) {
    return sentence.family("focus").stream()
        .anyMatch(
            focus ->
                near(sentence, focus.end(), metric.start())
                    || near(sentence, metric.end(), focus.start()));
  }

  private static boolean near(Sentence sentence, int from, int to) {
    if (to < from || to - from >= REACH) {
      return false;
    }
    return sentence.tokens().subList(from, to).stream()
        .allMatch(token -> token.word() || token.mark(":") || token.mark("="));
  }
}
