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
import java.util.Set;
import java.util.stream.IntStream;

/** Recognises tasks other than telling one class or one number, by the sentence and the data. */
final class SpecialTasks {
  /** A table of a series has few columns besides time. */
  private static final int MOST_SERIES_COLUMNS = 6;

  /** Mentions at least this strong make a task with labels of one that sounds as without. */
  private static final double NAMED = 0.7;

  /** Names from here on sound like an outcome. */
  private static final double OUTCOME = 0.3;

  /** Tasks whose words are often said of what is done with the answer. */
  private static final Set<String> PAIRED =
      Set.of("objective.unsupported", "objective.recommend", "objective.rank");

  private final Reading reading;
  private final Dataset data;
  private final TaskSettings settings;
  private final Request request;
  private double column = -1;

  SpecialTasks(Reading reading, Dataset data, TaskSettings settings) {
    this.reading = reading;
    this.data = data;
    this.settings = settings;
    this.request = new Request(reading.sentence(), reading.roles());
  }

  /** Returns the objective, if it is another than one class or one number. */
  Optional<Inferred<Objective>> tell() {
    Objective set = settings.objective();
    if (set != null) {
      return set.built() ? Optional.empty() : Optional.of(Inferred.explicit(set));
    }
    return topic("objective.unsupported")
        .or(this::produced)
        .filter(topic -> !countsAhead())
        .map(topic -> because(Objective.UNSUPPORTED, evidence(topic)))
        .or(this::choice)
        .or(() -> said("objective.multilabel", Objective.MULTILABEL))
        .or(() -> said("objective.quantile", Objective.QUANTILE))
        .or(() -> said("objective.ordinal", Objective.ORDINAL))
        .or(this::forecast)
        .or(() -> new Untargeted(reading, settings).tell());
  }

  private Optional<Inferred<Objective>> said(String key, Objective objective) {
    return topic(key).map(topic -> because(objective, evidence(topic)));
  }

  /** "Draw me how many will come in the next weeks" asks for numbers, not for a picture. */
  private boolean countsAhead() {
    return reading.demand() == Demand.NUMBER && forecast().isPresent();
  }

  private Optional<Topic> topic(String key) {
    return reading.sentence().topics().stream()
        .filter(topic -> topic.key().equals(key))
        .filter(
            topic ->
                !key.equals("objective.quantile")
                    || reading.roles().get(topic.start()) != Role.EXCLUDED)
        .filter(topic -> !reading.names(topic))
        .filter(topic -> !PAIRED.contains(key) || request.strength(topic) >= column())
        .findFirst();
  }

  /** An order to write or to draw something that asks for nothing else: "write an advert". */
  private Optional<Topic> produced() {
    Sentence sentence = reading.sentence();
    return sentence.topics().stream()
        .filter(topic -> topic.key().equals("objective.produced") && request.leads(topic))
        .filter(topic -> request.strength(topic) >= Request.ORDERED_LATER)
        .filter(topic -> asksNothing(topic.end()))
        .findFirst();
  }

  /** "Write a network that tells the price" asks for a number. */
  private boolean asksNothing(int from) {
    Sentence sentence = reading.sentence();
    return sentence.topics().stream()
            .noneMatch(
                t ->
                    t.start() >= from
                        && (t.key().equals("role.ask") || t.family().equals("demand"))
                        && !t.key().equals("demand.amount"))
        && IntStream.range(from, sentence.tokens().size())
            .anyMatch(
                place -> sentence.tokens().get(place).word() && !sentence.tokenIs(place, "stop"));
  }

  /** Returns how strongly the likeliest column is asked for. */
  private double column() {
    if (column < 0) {
      List<Candidate> candidates = new TargetFinder(reading, settings).candidates();
      column = candidates.isEmpty() ? 0 : candidates.get(0).rank();
    }
    return column;
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
            ? classNamed() || eventMarked()
            : reading.profile().column(set).filter(UsualTargets::classy).isPresent();
    return ahead || classes;
  }

  /** Whether yes or no is asked, and a column of two values is named like what may happen. */
  private boolean eventMarked() {
    return reading.demand() == Demand.CLASS
        && reading.names().stream()
            .filter(name -> reading.column(name.index()).distinct() == 2)
            .anyMatch(name -> name.outcome(true, reading.events()) >= OUTCOME);
  }

  private static Inferred<Objective> because(Objective objective, String reason) {
    return new Inferred<>(objective, 0.85, Origin.SENTENCE, reason);
  }

  private String evidence(Topic topic) {
    return "the sentence says '" + CleanText.label(reading.sentence().words(topic)) + "'";
  }
}
