// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.task.Derivation;
import io.nncreator.api.task.Horizon;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.Question;
import io.nncreator.api.task.TaskDetails;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.api.task.UnderstoodTask;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a task together: first what kind of task it is, then its target, then all that follows. */
final class Understanding {
  private final Reading reading;
  private final Dataset data;
  private final TaskSettings settings;
  private final List<Question> questions;
  private final LimitReader limits;
  private @Nullable DataException problem;

  Understanding(Reading reading, Dataset data, TaskSettings settings, List<Question> questions) {
    this.reading = reading;
    this.data = data;
    this.settings = settings;
    this.questions = questions;
    this.limits = new LimitReader(reading.sentence());
  }

  /** Returns what is wrong with the column that the sentence asks for, or null. */
  @Nullable DataException problem() {
    return problem;
  }

  UnderstoodTask task() {
    try {
      return read();
    } catch (DataException e) {
      if (settings.target() != null || e.code() != ErrorCode.DATA_COLUMN_UNKNOWN) {
        throw e;
      }
      problem = e;
      return unknownTarget();
    }
  }

  private UnderstoodTask read() {
    Optional<Inferred<Objective>> special = new SpecialTasks(reading, data, settings).tell();
    List<Integer> several =
        special.isEmpty() && settings.target() == null
            ? new SeveralTargets(reading).find()
            : List.of();
    if (several.size() > 1) {
      return several(several);
    }
    return special.map(this::special).orElseGet(this::plain);
  }

  private UnderstoodTask several(List<Integer> columns) {
    SeveralTargets targets = new SeveralTargets(reading);
    Objective objective =
        targets.quantities(columns)
            ? Objective.MULTI_REGRESSION
            : targets.marks(columns) ? Objective.MULTILABEL : Objective.UNSUPPORTED;
    String reason = targets.reason(columns);
    List<Inferred<String>> names =
        columns.stream()
            .map(column -> reading.column(column).name())
            .map(name -> new Inferred<>(name, 0.9, Origin.SENTENCE, reason))
            .toList();
    Inferred<Metric> metric =
        objective == Objective.MULTI_REGRESSION
            ? new Inferred<>(Metric.RMSE, 0.7, Origin.RULE, "it is usual for numbers")
            : null;
    return draft(new Inferred<>(objective, 0.85, Origin.SENTENCE, reason))
        .targets(names)
        .metric(metric)
        .task();
  }

  private UnderstoodTask special(Inferred<Objective> objective) {
    return switch (objective.value()) {
      case FORECAST -> forecast(objective);
      case QUANTILE, MULTI_REGRESSION, ORDINAL, MULTILABEL -> aimed(objective);
      default -> draft(objective).task();
    };
  }

  private UnderstoodTask forecast(Inferred<Objective> objective) {
    SeriesTime series = new SeriesTime(reading, data);
    Optional<ColumnProfile> time = series.column();
    Optional<Inferred<String>> target =
        new TargetFinder(reading.asking(Demand.NUMBER), settings).series(questions);
    Draft draft = draft(objective).target(target);
    target.ifPresent(found -> draft.metric(metric(found, Objective.FORECAST)));
    if (time.isPresent()) {
      String name = time.get().name();
      draft.time(new Inferred<>(name, 0.9, Origin.DATA, "it orders the series"));
      Optional<Horizon> horizon = series.horizon(series.frequency(time.get()), limits.others());
      draft.details(details(null, horizon.orElse(null), List.of()));
    }
    return draft.task();
  }

  private UnderstoodTask aimed(Inferred<Objective> objective) {
    TargetFinder finder =
        new TargetFinder(
            objective.value() == Objective.QUANTILE ? reading.asking(Demand.NUMBER) : reading,
            settings);
    boolean labels = objective.value() == Objective.MULTILABEL;
    List<Integer> marks = labels ? new SeveralTargets(reading).marks() : List.of();
    if (marks.size() > 1 && settings.target() == null) {
      return marked(objective, marks);
    }
    Optional<Inferred<String>> target = labels ? finder.labels() : finder.find(questions);
    Draft draft = draft(objective).target(target);
    if (objective.value() == Objective.QUANTILE) {
      draft.details(details(null, null, Quantiles.of(limits.others())));
    } else {
      target.ifPresent(found -> draft.metric(metric(found, objective.value())));
    }
    return draft.task();
  }

  private UnderstoodTask marked(Inferred<Objective> objective, List<Integer> columns) {
    return draft(objective)
        .targets(
            columns.stream()
                .map(column -> reading.column(column).name())
                .map(name -> new Inferred<>(name, 0.7, Origin.DATA, "it marks one of the labels"))
                .toList())
        .metric(MetricRules.usual(objective.value()))
        .task();
  }

  private UnderstoodTask plain() {
    Optional<Inferred<String>> found = new TargetFinder(reading, settings).find(questions);
    if (found.isEmpty()) {
      return unknownTarget();
    }
    Inferred<String> target = found.get();
    TargetFacts facts = facts(target.value());
    Optional<DataException> unusable = facts.problem(profile(target.value()));
    if (unusable.isPresent()) {
      if (settings.target() != null) {
        throw unusable.get();
      }
      problem = unusable.get();
      return unknownTarget();
    }
    Optional<Derivation> derivation =
        settings.objective() == null ? Derivations.find(reading, limits, facts) : Optional.empty();
    Inferred<Objective> objective = objective(target.value(), facts, derivation);
    boolean made = objective.value().classification() && facts.numeric() && facts.distinct() > 30;
    Draft draft =
        draft(objective)
            .target(found)
            .metric(
                new MetricRules(reading, facts, objective.value())
                    .tell(settings.metric(), questions));
    if (objective.value() == Objective.BINARY && derivation.isEmpty() && !made) {
      draft.positive(PositiveClassRules.tell(reading, facts));
    }
    return draft.details(details(derivation.orElse(null), null, List.of())).task();
  }

  private Inferred<Objective> objective(
      String target, TargetFacts facts, Optional<Derivation> derivation) {
    if (derivation.isPresent()) {
      return new Inferred<>(
          Objective.BINARY,
          0.85,
          Origin.SENTENCE,
          "the sentence asks whether (" + derivation.get() + ")");
    }
    ObjectiveRules rules =
        new ObjectiveRules(facts, reading.demand(), namedLikeClasses(reading, target));
    if (settings.objective() == null && Derivations.binned(reading, facts)) {
      questions.add(Derivations.question(facts));
      return new Inferred<>(
          Derivations.yesOrNo(reading) ? Objective.BINARY : Objective.MULTICLASS,
          0.7,
          Origin.SENTENCE,
          "the sentence asks for classes of the number (" + facts.name() + ")");
    }
    return rules.tell(settings.objective(), questions);
  }

  private UnderstoodTask unknownTarget() {
    Inferred<Objective> objective =
        settings.objective() == null
            ? reading.demand().guess(reading.sentence())
            : Inferred.explicit(settings.objective());
    questions.add(
        new Question(
            Question.About.TARGET, "Which column is to be told? Sentence and data do not say."));
    return draft(objective).metric(MetricRules.usual(objective.value())).task();
  }

  private TargetFacts facts(String target) {
    return TargetFacts.of(data.column(target), profile(target));
  }

  private ColumnProfile profile(String name) {
    return new ColumnLookup(reading.profile()).require(name, "The target");
  }

  private Inferred<Metric> metric(Inferred<String> target, Objective objective) {
    return new MetricRules(reading, facts(target.value()), objective)
        .tell(settings.metric(), questions);
  }

  private TaskDetails details(
      @Nullable Derivation derivation, @Nullable Horizon horizon, List<Double> quantiles) {
    return new TaskDetails(
        derivation,
        horizon,
        quantiles,
        limits.latencyMs(),
        limits.modelMb(),
        limits.trainMinutes(),
        limits.goal());
  }

  private Draft draft(Inferred<Objective> objective) {
    return new Draft(reading, data, settings, objective, questions)
        .details(details(null, null, List.of()));
  }

  private static boolean namedLikeClasses(Reading reading, String target) {
    return reading.names().stream()
        .filter(name -> reading.column(name.index()).name().equals(target))
        .anyMatch(
            name ->
                name.wholeMeanings().contains("digit")
                    || name.wholeMeanings().contains("class")
                    || name.wholeMeanings().contains("species")
                    || name.wholeMeanings().contains("kind")
                    || name.listedUnder("named.classes"));
  }
}
