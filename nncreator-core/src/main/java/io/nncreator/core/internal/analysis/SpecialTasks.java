// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.List;
import java.util.Optional;

/** Recognises tasks other than telling one class or one number, by the sentence and the data. */
final class SpecialTasks {
  /** A table of a series has few columns besides time. */
  private static final int MOST_SERIES_COLUMNS = 6;

  /** Mentions at least this strong make a task with labels of one that sounds as without. */
  private static final double NAMED = 0.7;

  private final Reading reading;
  private final Dataset data;
  private final TaskSettings settings;

  SpecialTasks(Reading reading, Dataset data, TaskSettings settings) {
    this.reading = reading;
    this.data = data;
    this.settings = settings;
  }

  /** Returns the objective, if it is another than one class or one number. */
  Optional<Inferred<Objective>> tell() {
    Objective set = settings.objective();
    if (set != null) {
      return set.built() ? Optional.empty() : Optional.of(Inferred.explicit(set));
    }
    return said("objective.unsupported", Objective.UNSUPPORTED)
        .or(this::choice)
        .or(() -> said("objective.multilabel", Objective.MULTILABEL))
        .or(() -> said("objective.quantile", Objective.QUANTILE))
        .or(() -> said("objective.ordinal", Objective.ORDINAL))
        .or(this::forecast)
        .or(this::withoutTarget);
  }

  private Optional<Inferred<Objective>> said(String key, Objective objective) {
    return topic(key).map(topic -> because(objective, evidence(topic)));
  }

  private Optional<Topic> topic(String key) {
    return reading.sentence().topics().stream()
        .filter(topic -> topic.key().equals(key))
        .filter(
            topic ->
                !key.equals("objective.quantile")
                    || reading.roles().get(topic.start()) != Role.EXCLUDED)
        .filter(topic -> reading.mentions().stream().noneMatch(m -> names(m, topic)))
        .findFirst();
  }

  /** Whether the words are the name or a value of a column. */
  private boolean names(Mention mention, Topic topic) {
    return (mention.likeness().whole() && mention.overlaps(topic.start(), topic.end()))
        || mention.levels().stream()
            .anyMatch(level -> level.equalsIgnoreCase(reading.sentence().words(topic)));
  }

  /** Recommending and ranking pair up things; where rows hold a class instead, that is told. */
  private Optional<Inferred<Objective>> choice() {
    Optional<Topic> topic = topic("objective.recommend").or(() -> topic("objective.rank"));
    if (topic.isEmpty()) {
      return Optional.empty();
    }
    long named =
        reading.names().stream()
            .filter(name -> name.topics().stream().anyMatch(t -> t.key().equals("named.id")))
            .count();
    List<ColumnProfile> columns = reading.profile().columns();
    boolean classes = UsualTargets.classy(columns.get(columns.size() - 1)) || classNamed();
    return named < 2 && classes
        ? Optional.empty()
        : Optional.of(because(Objective.UNSUPPORTED, evidence(topic.get())));
  }

  private Optional<Inferred<Objective>> withoutTarget() {
    Optional<Topic> anomaly = topic("objective.anomaly");
    boolean unlabelled = reading.sentence().speaksOf("unlabelled");
    if (anomaly.isPresent() && (unlabelled || !labelled())) {
      return Optional.of(because(Objective.ANOMALY, evidence(anomaly.get())));
    }
    Optional<Topic> groups = topic("objective.clustering");
    if (groups.isPresent() && (unlabelled || !groupNamed(groups.get()))) {
      return Optional.of(because(Objective.CLUSTERING, evidence(groups.get())));
    }
    return reading
        .sentence()
        .first("unlabelled")
        .filter(topic -> !targetNamed())
        .map(topic -> because(Objective.ANOMALY, evidence(topic)));
  }

  /** Whether a class is asked for before the groups are; those behind describe the groups. */
  private boolean groupNamed(Topic groups) {
    return settings.target() != null
        || quantityAsked()
        || new ExplicitTarget(reading).find().isPresent()
        || reading.mentions().stream()
            .filter(mention -> mention.weight() >= NAMED && mention.end() <= groups.start())
            .anyMatch(mention -> UsualTargets.classy(reading.column(mention.column())));
  }

  private boolean labelled() {
    return targetNamed() || reading.names().stream().anyMatch(this::marks);
  }

  /** Whether a column of two values is named like a mark: {@code is_fraud}, {@code label}. */
  private boolean marks(ColumnName name) {
    return reading.column(name.index()).distinct() == 2 && name.outcome() > 0;
  }

  private boolean targetNamed() {
    return settings.target() != null
        || classNamed()
        || quantityAsked()
        || new ExplicitTarget(reading).find().isPresent();
  }

  /** "Predict the temperature, there may be outliers": the quantity comes first. */
  private boolean quantityAsked() {
    int place =
        topic("objective.anomaly")
            .or(() -> topic("objective.clustering"))
            .map(Topic::start)
            .orElse(0);
    return reading.mentions().stream()
        .anyMatch(
            mention ->
                mention.role() == Role.OBJECT
                    && mention.likeness() == Likeness.NAME
                    && UsualTargets.learnable(reading, mention.column())
                    && mention.end() <= place);
  }

  private boolean classNamed() {
    return reading.mentions().stream()
        .filter(mention -> mention.weight() >= NAMED)
        .anyMatch(mention -> UsualTargets.classy(reading.column(mention.column())));
  }

  private Optional<Inferred<Objective>> forecast() {
    SeriesTime series = new SeriesTime(reading, data);
    Optional<ColumnProfile> time = series.column();
    if (time.isEmpty() || asksForClass()) {
      return Optional.empty();
    }
    String table =
        "the table is little more than a series over (" + CleanText.label(time.get().name()) + ")";
    Optional<Topic> ahead = reading.sentence().first("objective.forecast");
    Optional<Topic> word = reading.sentence().first("series");
    int columns = reading.profile().columns().size();
    if (series.single(time.get())) {
      if (ahead.isPresent() && columns <= 2 * MOST_SERIES_COLUMNS) {
        return Optional.of(because(Objective.FORECAST, evidence(ahead.get()) + " and " + table));
      }
      if (word.isPresent() && columns <= MOST_SERIES_COLUMNS) {
        return Optional.of(because(Objective.FORECAST, evidence(word.get()) + " and " + table));
      }
      if (columns == 2 && time.get().kind() == ColumnKind.DATE_TIME) {
        return Optional.of(because(Objective.FORECAST, table));
      }
    }
    if (ahead.isPresent() && word.isPresent() && time.get().kind() == ColumnKind.DATE_TIME) {
      String several = "the table holds values over (" + CleanText.label(time.get().name()) + ")";
      return Optional.of(because(Objective.FORECAST, evidence(ahead.get()) + " and " + several));
    }
    return Optional.empty();
  }

  /** Whether a class is asked for, or the coming value stands in a column of its own. */
  private boolean asksForClass() {
    boolean ahead =
        reading.names().stream()
            .anyMatch(name -> name.topics().stream().anyMatch(t -> t.family().equals("future")));
    String set = settings.target();
    boolean classes =
        set == null
            ? classNamed()
            : reading.profile().column(set).filter(UsualTargets::classy).isPresent();
    return ahead || classes;
  }

  private static Inferred<Objective> because(Objective objective, String reason) {
    return new Inferred<>(objective, 0.85, Origin.SENTENCE, reason);
  }

  private String evidence(Topic topic) {
    return "the sentence says '" + CleanText.label(reading.sentence().words(topic)) + "'";
  }
}
