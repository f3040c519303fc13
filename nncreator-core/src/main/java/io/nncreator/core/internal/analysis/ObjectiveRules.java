// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.TaskException;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.Question;
import io.nncreator.core.internal.analysis.language.CleanText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells classes from quantities. Texts, truth values and columns of two values are classes; numbers
 * with fractions or many values are quantities. Between them, whole numbers of few values, the
 * words of the sentence decide, then the name of the column, then the number of values.
 */
final class ObjectiveRules {
  /** Whole numbers of at most so many values are taken for classes when nothing else speaks. */
  private static final int CLASSES_BY_DEFAULT = 5;

  /** A class needs about so many rows, else whole numbers are quantities. */
  private static final int ROWS_PER_CLASS = 5;

  private final TargetFacts facts;
  private final Demand demand;
  private final boolean namedLikeClasses;

  /**
   * Creates rules.
   *
   * @param facts what the target holds
   * @param demand what the words of the sentence ask for
   * @param namedLikeClasses whether the target's name says that it holds classes
   */
  ObjectiveRules(TargetFacts facts, Demand demand, boolean namedLikeClasses) {
    this.facts = facts;
    this.demand = demand;
    this.namedLikeClasses = namedLikeClasses;
  }

  /**
   * Returns the objective.
   *
   * @param set what the user has set, or null
   * @throws TaskException if the setting does not suit the target
   */
  Inferred<Objective> tell(@Nullable Objective set, List<Question> questions) {
    if (set != null) {
      check(set);
      return Inferred.explicit(set);
    }
    if (facts.distinct() == 2) {
      return data(Objective.BINARY, "has two values");
    }
    if (!facts.numeric()) {
      return data(Objective.MULTICLASS, "has " + facts.distinct() + " classes");
    }
    if (!couldBeClasses()) {
      return data(Objective.REGRESSION, "holds numbers of many values");
    }
    return doubtful(questions);
  }

  private Inferred<Objective> doubtful(List<Question> questions) {
    String few = "holds " + facts.distinct() + " different whole numbers";
    if (demand == Demand.CLASS) {
      return new Inferred<>(
          Objective.MULTICLASS,
          0.85,
          Origin.SENTENCE,
          why(few + ", and the sentence asks for a class"));
    }
    if (demand == Demand.NUMBER) {
      return new Inferred<>(
          Objective.REGRESSION,
          0.85,
          Origin.SENTENCE,
          why(few + ", and the sentence asks for a quantity"));
    }
    if (namedLikeClasses) {
      return new Inferred<>(
          Objective.MULTICLASS, 0.75, Origin.RULE, why(few + " and is named like classes"));
    }
    boolean classes = facts.distinct() <= CLASSES_BY_DEFAULT;
    Objective guess = classes ? Objective.MULTICLASS : Objective.REGRESSION;
    questions.add(
        new Question(
            Question.About.OBJECTIVE,
            "Are the "
                + facts.distinct()
                + " whole numbers of ("
                + CleanText.label(facts.name())
                + ") classes or quantities? They were taken for "
                + (classes ? "classes" : "quantities")
                + ". Set the objective to be sure."));
    return new Inferred<>(guess, 0.55, Origin.RULE, why(few));
  }

  private boolean couldBeClasses() {
    return facts.whole()
        && facts.distinct() <= TargetFacts.FEW_CLASSES
        && facts.rows() >= (long) ROWS_PER_CLASS * facts.distinct();
  }

  private void check(Objective set) {
    if (set == Objective.BINARY && facts.distinct() != 2) {
      throw conflict(set, "has " + facts.distinct() + " classes, not 2", ".objective(MULTICLASS)");
    }
    if (set == Objective.MULTICLASS && facts.distinct() == 2) {
      throw conflict(set, "has 2 classes", ".objective(BINARY)");
    }
    boolean fractions = facts.numeric() && (!facts.whole() || facts.distinct() > 1000);
    if (set == Objective.MULTICLASS && fractions) {
      throw conflict(set, "holds quantities, not classes", ".objective(REGRESSION)");
    }
    if (set == Objective.REGRESSION && !facts.numeric()) {
      throw conflict(
          set,
          "holds no numbers",
          facts.distinct() == 2 ? ".objective(BINARY)" : ".objective(MULTICLASS)");
    }
    if (set == Objective.REGRESSION && facts.distinct() < 3) {
      throw conflict(set, "has only two values", ".objective(BINARY)");
    }
  }

  private TaskException conflict(Objective set, String fact, String remedy) {
    return new TaskException(
        ErrorCode.TASK_CONFLICT,
        "The objective is set to ("
            + set
            + "), but the target ("
            + CleanText.label(facts.name())
            + ") "
            + fact
            + ". Maybe use "
            + remedy
            + ", or leave the objective out.");
  }

  private Inferred<Objective> data(Objective objective, String fact) {
    return new Inferred<>(objective, 0.97, Origin.DATA, why(fact));
  }

  private String why(String fact) {
    return "the column (" + CleanText.label(facts.name()) + ") " + fact;
  }
}
