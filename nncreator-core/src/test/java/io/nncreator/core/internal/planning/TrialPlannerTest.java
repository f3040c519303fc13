// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.spi.ArchitectureGenerator.Candidate;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.Cosine;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.core.internal.planning.TrialPlanner.Trials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TrialPlannerTest {
  private static final FeatureLayout LAYOUT = new FeatureLayout(20, List.of());

  @Test
  void fewRowsAreJudgedByRepetitionAndManyByHoldout() {
    assertThat(plan(300, 300, 60).scheme().outerFolds()).isPositive();
    assertThat(plan(300, 300, 60).scheme().holdoutRows()).isZero();
    assertThat(plan(20_000, 20_000, 60).scheme().outerFolds()).isZero();
    assertThat(plan(20_000, 20_000, 60).scheme().holdoutRows()).isBetween(1_000, 4_000);
  }

  @Test
  void moreTimeNeverTriesLess() {
    int before = 0;
    for (int seconds = 1; seconds <= 600; seconds += 7) {
      Trials trials = plan(1_500, 1_500, seconds);
      int epochs = trials.candidates().stream().mapToInt(c -> c.recipe().epochs()).sum();
      int work = epochs * trials.scheme().folds() * trials.scheme().runs();
      assertThat(work).as("after %d seconds", seconds).isGreaterThanOrEqualTo(before / 2);
      before = work;
    }
    assertThat(plan(1_500, 1_500, 600).candidates()).hasSize(6);
  }

  @Test
  void noTimeStillTriesTheLinearGuard() {
    Trials trials = plan(1_000_000, 1_000_000, 0);

    assertThat(trials.candidates()).isNotEmpty();
    assertThat(trials.candidates().get(0).recipe().epochs()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void foldsNeverExceedTheRowsOfTheRarestClass() {
    assertThat(plan(500, 3, 60).scheme().folds()).isLessThanOrEqualTo(3);
    assertThat(plan(500, 2, 60).scheme().outerFolds()).isLessThanOrEqualTo(2);
  }

  @Test
  void theSameCallGivesTheSamePlan() {
    assertThat(plan(900, 900, 20)).isEqualTo(plan(900, 900, 20));
  }

  @Test
  void theFutureIsJudgedByTheLatestPartAlone() {
    ValidationScheme few = plan(300, 300, true, 60).scheme();
    assertThat(few.holdoutRows()).isZero();
    assertThat(few.firstJudge()).isEqualTo(few.outerFolds() - 1);
    assertThat(few.runs()).isEqualTo(2);
    assertThat(few.describe()).contains("without the latest of 5 parts");

    ValidationScheme many = plan(20_000, 20_000, true, 60).scheme();
    assertThat(many.runs()).isEqualTo(1);
    assertThat(many.describe()).contains("the latest 3000 rows");
  }

  @Test
  void moreCoresDoNotLetASingleTrainingTakeLonger() {
    Trials two = plan(1_000_000, 1_000_000, false, 120, 2);
    Trials many = plan(1_000_000, 1_000_000, false, 120, 3);

    assertThat(epochs(many, 1)).isGreaterThan(3).isLessThanOrEqualTo(epochs(two, 1) + 1);
  }

  private static int epochs(Trials trials, int candidate) {
    return trials.candidates().get(candidate).recipe().epochs();
  }

  private static Trials plan(int rows, int smallestClass, int seconds) {
    return plan(rows, smallestClass, false, seconds);
  }

  private static Trials plan(int rows, int smallestClass, boolean latest, int seconds) {
    return plan(rows, smallestClass, latest, seconds, 2);
  }

  private static Trials plan(int rows, int smallestClass, boolean latest, int seconds, int cores) {
    return TrialPlanner.plan(
        rows,
        0,
        smallestClass,
        latest,
        LAYOUT,
        1,
        portfolio(),
        UnaryOperator.identity(),
        Duration.ofSeconds(seconds),
        cores);
  }

  private static List<Candidate> portfolio() {
    List<Candidate> portfolio = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      List<LayerNode> nodes =
          i == 0
              ? List.of()
              : List.of(new LayerNode("hidden", new Linear(64), List.of(NetworkSpec.INPUT)));
      portfolio.add(
          new Candidate(
              new NetworkSpec("net" + i, 8, nodes),
              new TrainingRecipe(
                  new SquaredError(), new AdamW(0), new Cosine(0), 1e-3, 64, 60, 0, 0),
              "test"));
    }
    return portfolio;
  }
}
