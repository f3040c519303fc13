// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.training.EpochProgress;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.api.training.TrainingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** It keeps the epoch that the validation rows choose. */
public interface SelectionContract extends TrainerUnderTest {
  /** Validation rows that contradict the training rows: each epoch makes it worse. */
  @Test
  @DisplayName("stops early and keeps the best epoch")
  default void stopsEarly() {
    TrainingRows rows = contradiction();
    Member member =
        new Member(IntStream.range(0, 20).toArray(), IntStream.range(20, 40).toArray(), 3);
    TrainingRecipe recipe = Problems.descent(rows, 0.05, 5, 40);
    TrainingRequest request =
        Problems.request(
            Problems.linear(rows, 1), Problems.withPatience(recipe, 4), rows, List.of(member));
    List<EpochProgress> seen = new ArrayList<>();

    TrainingResult result = trainer().train(request, seen::add);

    MemberResult outcome = result.members().get(0);
    Outcomes.requireTrue(request, result);
    assertThat(outcome.status()).isEqualTo(MemberResult.Status.EARLY_STOPPED);
    assertThat(seen).hasSize(outcome.bestEpoch() + 4);
    TrainingResult shorter =
        trainer()
            .train(
                Problems.request(
                    request.network(),
                    recipe.withEpochs(outcome.bestEpoch()),
                    rows,
                    List.of(new Member(member.trainingRows(), new int[0], member.seed()))),
                TrainingObserver.NONE);
    Outcomes.requireClose(result.weights(), shorter.weights(), 1e-6);
  }

  /** Without rows to choose by, the last epoch is kept, also beside members that have some. */
  @Test
  @DisplayName("keeps the last epoch without validation rows")
  default void keepsTheLastEpoch() {
    TrainingRows rows = Problems.line(20);
    List<Member> members = new ArrayList<>(Problems.folds(rows, 2));
    members.add(new Member(members.get(0).trainingRows(), new int[0], 7));
    TrainingRequest request =
        Problems.request(
            Problems.linear(rows, 1),
            Problems.withPatience(Problems.adam(rows, 0.01, 5, 6), 2),
            rows,
            members);
    TrainingResult result = trainer().train(request, TrainingObserver.NONE);
    Outcomes.requireTrue(request, result);
    assertThat(result.members().get(2).status()).isEqualTo(MemberResult.Status.COMPLETED);
    assertThat(result.members().get(2).bestEpoch()).isEqualTo(6);
  }

  /** Epochs from 1 on, each once, on the calling thread, with finite losses. */
  @Test
  @DisplayName("tells the observer each epoch on the calling thread")
  default void tellsEachEpoch() {
    TrainingRows rows = Problems.line(20);
    TrainingRequest request =
        Problems.request(
            Problems.linear(rows, 1),
            Problems.adam(rows, 0.01, 5, 4),
            rows,
            Problems.folds(rows, 2));
    List<EpochProgress> seen = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();

    trainer()
        .train(
            request,
            progress -> {
              seen.add(progress);
              threads.add(Thread.currentThread());
            });

    assertThat(seen).extracting(EpochProgress::epoch).containsExactly(1, 2, 3, 4);
    assertThat(seen).extracting(EpochProgress::epochs).containsOnly(4);
    assertThat(seen).allMatch(progress -> Double.isFinite(progress.trainingLoss()));
    assertThat(seen).allMatch(progress -> Double.isFinite(progress.validationLoss()));
    assertThat(seen.subList(0, 3)).extracting(EpochProgress::activeMembers).containsOnly(2);
    assertThat(threads).containsOnly(Thread.currentThread());
    for (int i = 1; i < seen.size(); i++) {
      assertThat(seen.get(i).validationLoss())
          .as("the best so far never rises")
          .isLessThanOrEqualTo(seen.get(i - 1).validationLoss());
    }
  }

  private static TrainingRows contradiction() {
    TrainingRows line = Problems.line(40);
    float[] values = line.values().clone();
    for (int i = 20; i < 40; i++) {
      values[i] = -values[i];
    }
    return new TrainingRows(line.layout(), line.numeric(), new long[0], new int[0], values);
  }
}
