// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.training.Checkpoint;
import io.nncreator.api.training.EpochProgress;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.api.training.TrainingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** It stops when asked, keeps what it has, and goes on as if it had not stopped. */
public interface InterruptionContract extends TrainerUnderTest {
  /** Half a second of training, then at most 200 ms and the native call under way. */
  @Test
  @DisplayName("stops soon after it is asked to")
  default void stopsSoon() {
    TrainingRequest request = Problems.fiveMembers(100_000);
    long start = System.nanoTime();
    long limit = TimeUnit.MILLISECONDS.toNanos(500);
    TrainingObserver observer =
        new TrainingObserver() {
          @Override
          public void onEpoch(EpochProgress progress) {}

          @Override
          public boolean stopRequested() {
            return System.nanoTime() - start > limit;
          }
        };
    // Loading the engine is not what is measured.
    trainer().warmUp();

    TrainingResult result = trainer().train(request, observer);

    long late = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start - limit);
    assertThat(late).as("milliseconds after the request to stop").isBetween(0L, 5_000L);
    Outcomes.requireTrue(request, result);
    assertThat(result.members())
        .extracting(MemberResult::status)
        .containsOnly(MemberResult.Status.INTERRUPTED);
  }

  /** Even before the first step there is something finite to give back. */
  @Test
  @DisplayName("gives finite weights when it is stopped at once")
  default void stopsAtOnce() {
    TrainingRequest request = Problems.fiveMembers(50);
    TrainingResult result = trainer().train(request, new StopAfter(0));
    Outcomes.requireTrue(request, result);
  }

  /** A stopped and resumed run ends with the very bits of one that was left alone. */
  @Test
  @DisplayName("goes on from a checkpoint as if it had never stopped")
  default void resumes() {
    TrainingRequest request = Problems.fiveMembers(8);
    TrainingResult whole = trainer().train(request, TrainingObserver.NONE);

    TrainingResult part = trainer().train(request, new StopAfter(3));
    List<EpochProgress> seen = new ArrayList<>();
    TrainingResult rest = trainer().train(from(request, part.checkpoint()), seen::add);

    assertThat(seen)
        .as("epochs after going on")
        .extracting(EpochProgress::epoch)
        .isSubsetOf(4, 5, 6, 7, 8)
        .endsWith(8);
    assertThat(part.members())
        .extracting(MemberResult::status)
        .containsOnly(MemberResult.Status.INTERRUPTED);
    assertThat(part.checkpoint().step()).isPositive();
    Outcomes.requireTrue(request, part);
    Outcomes.requireSame(rest, whole);
    assertThat(rest.checkpoint().step()).isEqualTo(whole.checkpoint().step());
  }

  /** Early stopping counts on over a pause. */
  @Test
  @DisplayName("remembers patience and best epoch in a checkpoint")
  default void resumesEarlyStopping() {
    TrainingRows rows = Problems.exclusiveOr(24);
    TrainingRequest request =
        Problems.request(
            Problems.curved(rows, 6, 2),
            Problems.withPatience(Problems.adam(rows, 0.3, 4, 30), 3),
            rows,
            Problems.folds(rows, 3));
    List<EpochProgress> seen = new ArrayList<>();
    TrainingResult whole = trainer().train(request, seen::add);
    int middle = Math.max(1, seen.size() - 2);

    TrainingResult part = trainer().train(request, new StopAfter(middle));

    Outcomes.requireSame(
        trainer().train(from(request, part.checkpoint()), TrainingObserver.NONE), whole);
  }

  private static TrainingRequest from(TrainingRequest request, Checkpoint checkpoint) {
    return new TrainingRequest(
        request.network(), request.recipe(), request.rows(), request.members(), checkpoint);
  }

  /** Asks to stop once a number of epochs is done. */
  final class StopAfter implements TrainingObserver {
    private final int epochs;
    private int done;

    StopAfter(int epochs) {
      this.epochs = epochs;
    }

    @Override
    public void onEpoch(EpochProgress progress) {
      done = progress.epoch();
    }

    @Override
    public boolean stopRequested() {
      return done >= epochs;
    }
  }
}
