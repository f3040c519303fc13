// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.TaskException;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.Question;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the metric: setting, then sentence, then the shape of the target. */
final class MetricRules {
  /** A class rarer than this makes a binary target imbalanced. */
  static final double RARE = 0.2;

  /** Classes whose sizes differ by more than this factor are imbalanced. */
  static final double UNEVEN = 3;

  /** Skewness from which a few large values decide squared errors. */
  private static final double HEAVY_TAIL = 1;

  private final Reading reading;
  private final TargetFacts facts;
  private final Objective objective;

  MetricRules(Reading reading, TargetFacts facts, Objective objective) {
    this.reading = reading;
    this.facts = facts;
    this.objective = objective;
  }

  /**
   * Returns the metric.
   *
   * @param set what the user has set, or null
   * @throws TaskException if the setting does not suit the task
   */
  Inferred<Metric> tell(@Nullable Metric set, List<Question> questions) {
    if (set != null) {
      String misfit = misfit(set);
      if (misfit != null) {
        throw new TaskException(
            ErrorCode.TASK_CONFLICT,
            "The metric is set to ("
                + set.id()
                + "), but "
                + misfit
                + ". Maybe use ("
                + byData().value().id()
                + "), or leave the metric out.");
      }
      return Inferred.explicit(set);
    }
    return bySentence(questions).orElseGet(this::byData);
  }

  private Optional<Inferred<Metric>> bySentence(List<Question> questions) {
    Optional<Topic> named = MetricWords.find(reading);
    if (named.isEmpty()) {
      return missNone();
    }
    String said = "the sentence says '" + reading.sentence().words(named.get()) + "'";
    Metric metric = forObjective(MetricWords.metric(named.get()));
    String misfit = misfit(metric);
    if (misfit != null) {
      questions.add(
          new Question(
              Question.About.METRIC,
              "The metric ("
                  + metric.id()
                  + ") was left out of account, although "
                  + said
                  + ", because "
                  + misfit
                  + "."));
      return Optional.empty();
    }
    return Optional.of(new Inferred<>(metric, 0.95, Origin.SENTENCE, said));
  }

  private Optional<Inferred<Metric>> missNone() {
    Optional<Topic> wish = reading.sentence().first("want.recall");
    if (wish.isEmpty() || objective != Objective.BINARY) {
      return Optional.empty();
    }
    String said = "the sentence says '" + reading.sentence().words(wish.get()) + "'";
    String reason = said + ", and F2 counts a missed case four times as much as a false alarm";
    return Optional.of(new Inferred<>(Metric.F2, 0.75, Origin.SENTENCE, reason));
  }

  /** Several classes have no positive one: the mean over the classes is meant. */
  private Metric forObjective(Metric metric) {
    if (objective != Objective.MULTICLASS) {
      return metric;
    }
    return switch (metric) {
      case F1 -> Metric.MACRO_F1;
      case RECALL -> Metric.BALANCED_ACCURACY;
      default -> metric;
    };
  }

  private @Nullable String misfit(Metric metric) {
    if (metric.classification() != classes()) {
      return classes()
          ? "it judges numbers, and the target holds classes"
          : "it judges classes, and the target holds numbers";
    }
    boolean positive =
        metric == Metric.F1
            || metric == Metric.F2
            || metric == Metric.RECALL
            || metric == Metric.PRECISION
            || metric == Metric.AVERAGE_PRECISION;
    if (positive && objective != Objective.BINARY) {
      return "it needs one positive class, and the target has " + facts.distinct() + " classes";
    }
    if (metric == Metric.RMSE_LOG && facts.min() <= 0) {
      return "it needs values above 0, and the smallest is " + number(facts.min());
    }
    if (metric == Metric.MAPE && facts.counts().containsKey("0")) {
      return "it divides by the true value, which is 0 in some rows";
    }
    return null;
  }

  private boolean classes() {
    return objective.classification() || objective == Objective.MULTILABEL;
  }

  private Inferred<Metric> byData() {
    return switch (objective) {
      case BINARY -> binary();
      case MULTICLASS, ORDINAL -> multiclass();
      case MULTILABEL -> rule(Metric.MACRO_F1, "rare labels shall count as much as frequent ones");
      case FORECAST ->
          rule(Metric.MAE, "errors of a forecast are mostly judged in the unit of the series");
      default -> regression();
    };
  }

  private Inferred<Metric> binary() {
    String share = percent(facts.rarestShare());
    if (facts.rarestShare() < RARE) {
      return rule(
          Metric.AVERAGE_PRECISION,
          "only "
              + share
              + " of the rows are of the rarer class, where the ROC curve flatters"
              + " (Saito and Rehmsmeier 2015)");
    }
    return rule(
        Metric.ROC_AUC, share + " of the rows are of the rarer class, so both classes count");
  }

  private Inferred<Metric> multiclass() {
    String ratio =
        "the largest of the "
            + facts.distinct()
            + " classes has "
            + String.format(Locale.ROOT, "%.1f", facts.imbalance())
            + " times the rows of the smallest";
    return facts.imbalance() >= UNEVEN
        ? rule(Metric.MACRO_F1, ratio + ", and small classes shall count as much as large ones")
        : rule(Metric.ACCURACY, ratio + ", so they are about even");
  }

  private Inferred<Metric> regression() {
    String skew = "the values are skewed (" + number(facts.skewness()) + ")";
    if (Math.abs(facts.skewness()) < HEAVY_TAIL) {
      return rule(
          Metric.RMSE, "the values of (" + CleanText.label(facts.name()) + ") have no heavy tail");
    }
    if (facts.min() > 0 && facts.skewness() > 0) {
      return rule(
          Metric.RMSE_LOG,
          skew + " and above 0, so that errors in proportion matter more than those of a few rows");
    }
    return rule(Metric.MAE, skew + ", and squared errors would follow a few rows");
  }

  /** Returns the usual metric where the target is not known. */
  static Inferred<Metric> usual(Objective objective) {
    Metric metric =
        switch (objective) {
          case BINARY -> Metric.ROC_AUC;
          case MULTICLASS, ORDINAL, MULTILABEL -> Metric.MACRO_F1;
          default -> Metric.RMSE;
        };
    return new Inferred<>(metric, 0.5, Origin.RULE, "it is usual; the target is not known");
  }

  private static Inferred<Metric> rule(Metric metric, String reason) {
    return new Inferred<>(metric, 0.8, Origin.RULE, reason);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
