// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.spi.Trainer;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same request gives the same result, whatever else goes on. */
public interface RepeatabilityContract extends TrainerUnderTest {
  /** Bit by bit, on one machine and version. */
  @Test
  @DisplayName("gives the same result for the same request")
  default void repeats() {
    TrainingRequest request = Problems.fiveMembers(3);
    Outcomes.requireSame(
        trainer().train(request, TrainingObserver.NONE),
        trainer().train(request, TrainingObserver.NONE));
  }

  /** Two trainings at once are two trainings. */
  @Test
  @DisplayName("gives the same results in parallel threads")
  default void repeatsInParallel() {
    Trainer trainer = trainer();
    TrainingRequest one = Problems.fiveMembers(3);
    TrainingRequest other = Problems.fiveMembers(5);
    TrainingResult first = trainer.train(one, TrainingObserver.NONE);
    TrainingResult second = trainer.train(other, TrainingObserver.NONE);

    CompletableFuture<TrainingResult> firstAgain =
        CompletableFuture.supplyAsync(() -> trainer.train(one, TrainingObserver.NONE));
    CompletableFuture<TrainingResult> secondAgain =
        CompletableFuture.supplyAsync(() -> trainer.train(other, TrainingObserver.NONE));

    Outcomes.requireSame(firstAgain.join(), first);
    Outcomes.requireSame(secondAgain.join(), second);
  }

  /** Another seed is another member. */
  @Test
  @DisplayName("gives other weights for another seed")
  default void seedsMatter() {
    TrainingRequest request = Problems.fiveMembers(1);
    Member first = request.members().get(0);
    Member reseeded = new Member(first.trainingRows(), first.validationRows(), first.seed() + 1);
    assertThat(trainer().train(with(request, List.of(first)), TrainingObserver.NONE).weights())
        .isNotEqualTo(
            trainer().train(with(request, List.of(reseeded)), TrainingObserver.NONE).weights());
  }

  /** A member's weights do not depend on the seed and the rows of another, up to rounding. */
  @Test
  @DisplayName("trains members independently of each other")
  default void membersAreIndependent() {
    TrainingRequest request = Problems.fiveMembers(3);
    List<Member> changed = new ArrayList<>(request.members());
    Member victim = changed.get(2);
    int[] others = IntStream.of(victim.trainingRows()).map(row -> 39 - row).toArray();
    changed.set(2, new Member(others, victim.validationRows(), 999));

    TrainingResult before = trainer().train(request, TrainingObserver.NONE);
    TrainingResult after = trainer().train(with(request, changed), TrainingObserver.NONE);

    int[] untouched = {0, 1, 3, 4};
    Outcomes.requireClose(
        after.weights().select(untouched), before.weights().select(untouched), 1e-5);
    assertThat(after.weights().select(2)).isNotEqualTo(before.weights().select(2));
  }

  /** A member that is trained alone gets the weights that it gets in a group, up to rounding. */
  @Test
  @DisplayName("trains a member alone as in a group with equally many rows")
  default void aMemberAloneIsTheSame() {
    TrainingRequest request = Problems.fiveMembers(3);
    TrainingResult group = trainer().train(request, TrainingObserver.NONE);
    for (int k : new int[] {0, 3}) {
      TrainingResult alone =
          trainer().train(with(request, List.of(request.members().get(k))), TrainingObserver.NONE);
      Outcomes.requireClose(alone.weights(), group.weights().select(k), 1e-5);
    }
  }

  private static TrainingRequest with(TrainingRequest request, List<Member> members) {
    return Problems.request(request.network(), request.recipe(), request.rows(), members);
  }
}
