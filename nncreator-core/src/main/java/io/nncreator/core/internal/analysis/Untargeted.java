// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.Optional;
import java.util.stream.IntStream;

/** Recognises tasks without a column to be told: finding what is unusual, and grouping. */
final class Untargeted {
  /** Mentions at least this strong make a task with labels of one that sounds as without. */
  private static final double NAMED = 0.7;

  private final Reading reading;
  private final Sentence sentence;
  private final TaskSettings settings;

  Untargeted(Reading reading, TaskSettings settings) {
    this.reading = reading;
    this.sentence = reading.sentence();
    this.settings = settings;
  }

  /** Returns the objective, if nothing is to be told. */
  Optional<Inferred<Objective>> tell() {
    boolean unlabelled = sentence.speaksOf("unlabelled");
    Optional<Topic> anomaly = topic("objective.anomaly");
    if (anomaly.isPresent() && (unlabelled || !labelled(anomaly.get()))) {
      return because(Objective.ANOMALY, anomaly.get());
    }
    Optional<Topic> groups = topic("objective.clustering");
    if (groups.isPresent() && (unlabelled || !groupNamed(groups.get()))) {
      return because(Objective.CLUSTERING, groups.get());
    }
    return sentence
        .first("unlabelled")
        .filter(topic -> reading.demand() != Demand.NUMBER && !reading.threshold())
        .filter(topic -> !told() && !classNamed() && !quantityAsked(topic))
        .flatMap(topic -> because(Objective.ANOMALY, topic));
  }

  private Optional<Topic> topic(String key) {
    return sentence.topics().stream()
        .filter(topic -> topic.key().equals(key) && !reading.names(topic))
        .findFirst();
  }

  private boolean told() {
    return settings.target() != null || new ExplicitTarget(reading).find().isPresent();
  }

  /** Whether a class is asked for before the groups are; those behind describe the groups. */
  private boolean groupNamed(Topic groups) {
    return told()
        || quantityAsked(groups)
        || reading.mentions().stream()
            .filter(mention -> mention.weight() >= NAMED && mention.end() <= groups.start())
            .anyMatch(mention -> UsualTargets.classy(reading.column(mention.column())));
  }

  private boolean labelled(Topic anomaly) {
    return told()
        || markNamed()
        || quantityAsked(anomaly)
        || toldBefore(anomaly)
        || reading.names().stream().anyMatch(this::marks);
  }

  /** Whether a column of two values is named like a mark: {@code is_fraud}, {@code label}. */
  private boolean marks(ColumnName name) {
    return reading.column(name.index()).distinct() == 2 && name.outcome() > 0;
  }

  private boolean classNamed() {
    return reading.mentions().stream()
        .filter(mention -> mention.weight() >= NAMED)
        .anyMatch(mention -> UsualTargets.classy(reading.column(mention.column())));
  }

  /** Whether a column that may hold marks is named; "readings of our tanks" names none. */
  private boolean markNamed() {
    return reading.mentions().stream()
        .filter(mention -> mention.weight() >= NAMED)
        .anyMatch(
            mention ->
                UsualTargets.classy(reading.column(mention.column()))
                    && (reading.column(mention.column()).distinct() == 2
                        || reading.names().get(mention.column()).outcome() > 0
                        || mention.likeness().byValue()));
  }

  /** "Predict the temperature, there may be outliers": the quantity comes first. */
  private boolean quantityAsked(Topic topic) {
    return reading.mentions().stream()
        .anyMatch(
            mention ->
                mention.role() == Role.OBJECT
                    && mention.likeness() == Likeness.NAME
                    && UsualTargets.learnable(reading, mention.column())
                    && mention.end() <= topic.start());
  }

  /** Whether a sentence before says what to predict; what is odd then describes the data. */
  private boolean toldBefore(Topic topic) {
    return sentence.topics().stream()
        .filter(t -> t.key().equals("demand.told") && t.end() <= topic.start())
        .anyMatch(
            t ->
                IntStream.range(t.end(), topic.start())
                    .anyMatch(i -> sentence.tokens().get(i).ending()));
  }

  private Optional<Inferred<Objective>> because(Objective objective, Topic topic) {
    String reason = "the sentence says '" + CleanText.label(sentence.words(topic)) + "'";
    return Optional.of(new Inferred<>(objective, 0.85, Origin.SENTENCE, reason));
  }
}
