// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.nncreator.api.spi.Trainer;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.api.training.TrainingRows;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Odd sizes and bad numbers do no harm. */
public interface RobustnessContract extends TrainerUnderTest {
  /** A learning rate that sends the loss beyond F32. */
  @Test
  @DisplayName("says DIVERGED instead of giving weights that are not finite")
  default void divergenceIsToldNotGiven() {
    TrainingRows rows = Problems.line(20);
    TrainingRequest request =
        Problems.request(
            Problems.linear(rows, 1),
            Problems.descent(rows, 1e20, 5, 5),
            rows,
            Problems.folds(rows, 2));
    TrainingResult result = trainer().train(request, TrainingObserver.NONE);
    assertThat(result.weights().finite()).isTrue();
    assertThat(result.members())
        .extracting(MemberResult::status)
        .containsOnly(MemberResult.Status.DIVERGED);
  }

  /** A member with targets whose squares pass F32, beside a sound one. */
  @Test
  @DisplayName("keeps a diverging member from harming others")
  default void divergenceStaysWithinItsMember() {
    TrainingRows line = Problems.line(20);
    float[] values = line.values().clone();
    java.util.Arrays.fill(values, 10, 20, 1e30f);
    TrainingRows rows =
        new TrainingRows(line.layout(), line.numeric(), new long[0], new int[0], values);
    Member sound = new Member(range(0, 6), range(6, 10), 1);
    Member sick = new Member(range(10, 16), range(16, 20), 2);
    TrainingRecipe recipe = Problems.adam(rows, 0.01, 3, 5);

    TrainingResult both =
        trainer()
            .train(
                Problems.request(Problems.linear(rows, 1), recipe, rows, List.of(sick, sound)),
                TrainingObserver.NONE);
    TrainingRequest healthy =
        Problems.request(Problems.linear(rows, 1), recipe, rows, List.of(sound));
    TrainingResult alone = trainer().train(healthy, TrainingObserver.NONE);

    assertThat(both.members())
        .extracting(MemberResult::status)
        .containsExactly(MemberResult.Status.DIVERGED, MemberResult.Status.COMPLETED);
    assertThat(both.weights().finite()).isTrue();
    Outcomes.requireTrue(healthy, alone);
    Outcomes.requireClose(both.weights().select(1), alone.weights(), 1e-5);
  }

  /** A batch of more rows than there are is a batch of all rows. */
  @Test
  @DisplayName("takes a batch larger than the rows")
  default void takesALargeBatch() {
    TrainingRows rows = Problems.line(7);
    TrainingRequest huge =
        Problems.request(
            Problems.linear(rows, 1),
            Problems.descent(rows, 0.1, Integer.MAX_VALUE, 3),
            rows,
            List.of(Problems.all(rows, 1)));
    TrainingRequest exact =
        Problems.request(
            Problems.linear(rows, 1),
            Problems.descent(rows, 0.1, 7, 3),
            rows,
            List.of(Problems.all(rows, 1)));
    TrainingResult result = trainer().train(huge, TrainingObserver.NONE);
    Outcomes.requireTrue(huge, result);
    Outcomes.requireClose(
        result.weights(), trainer().train(exact, TrainingObserver.NONE).weights(), 1e-6);
  }

  /** One row to learn from, one to be judged by. */
  @Test
  @DisplayName("takes a single row")
  default void takesOneRow() {
    TrainingRows rows = Problems.exclusiveOr(2);
    TrainingRequest request =
        Problems.request(
            Problems.curved(rows, 3, 2),
            Problems.adam(rows, 0.01, 4, 2),
            rows,
            List.of(new Member(new int[] {0}, new int[] {1}, 1)));
    Outcomes.requireTrue(request, trainer().train(request, TrainingObserver.NONE));
  }

  /** Folds whose sizes differ. */
  @Test
  @DisplayName("takes members with different numbers of rows")
  default void takesUnequalMembers() {
    TrainingRows rows = Problems.exclusiveOr(23);
    TrainingRequest request =
        Problems.request(
            Problems.curved(rows, 3, 2),
            Problems.adam(rows, 0.01, 4, 3),
            rows,
            List.of(
                new Member(range(0, 20), range(20, 23), 1),
                new Member(range(0, 3), range(3, 23), 2),
                new Member(range(5, 6), new int[0], 3)));
    TrainingResult result = trainer().train(request, TrainingObserver.NONE);
    Outcomes.requireTrue(request, result);
    assertThat(result.members())
        .extracting(MemberResult::status)
        .containsOnly(MemberResult.Status.COMPLETED);
  }

  /** Asking is cheap and safe; the id is one that a user can type. */
  @Test
  @DisplayName("tells who it is and whether it can work")
  default void introducesItself() {
    Trainer trainer = trainer();
    assertThat(trainer.id()).matches("[a-z][a-z0-9-]*");
    assertThat(trainer.capabilities()).isNotNull();
    assertThatCode(trainer::probe).doesNotThrowAnyException();
    assertThat(trainer.probe()).isEqualTo(trainer.probe());
    assertThat(trainer.fastestPrecision()).isEqualTo(trainer.fastestPrecision());
    assertThatCode(
            () -> {
              trainer.warmUp();
              trainer.warmUp();
            })
        .doesNotThrowAnyException();
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }
}
