// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.api.training.TrainingRows;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** It learns what can be learnt, in every member. */
public interface LearningContract extends TrainerUnderTest {
  /** A straight line, to a mean squared error of 1e-4. */
  @Test
  @DisplayName("learns a straight line")
  default void learnsALine() {
    TrainingRows rows = Problems.line(24);
    requireLoss(
        Problems.request(
            Problems.linear(rows, 1),
            Problems.adam(rows, 0.05, 8, 100),
            rows,
            Problems.folds(rows, 3)),
        1e-4);
  }

  /** What no linear model learns, to a cross-entropy of 0.1. */
  @Test
  @DisplayName("learns exclusive or")
  default void learnsExclusiveOr() {
    TrainingRows rows = Problems.exclusiveOr(48);
    requireLoss(
        Problems.request(
            Problems.curved(rows, 8, 2),
            Problems.adam(rows, 0.05, 12, 80),
            rows,
            Problems.folds(rows, 3)),
        0.1);
  }

  /** Embeddings of categories, to a cross-entropy of 0.05. */
  @Test
  @DisplayName("learns from categories alone")
  default void learnsFromCategories() {
    TrainingRows rows = Problems.parity(36);
    requireLoss(
        Problems.request(
            Problems.curved(rows, 4, 2),
            Problems.adam(rows, 0.05, 8, 60),
            rows,
            Problems.folds(rows, 5)),
        0.05);
  }

  private void requireLoss(TrainingRequest request, double most) {
    TrainingResult result = trainer().train(request, TrainingObserver.NONE);
    Outcomes.requireTrue(request, result);
    for (MemberResult member : result.members()) {
      assertThat(member.status()).isEqualTo(MemberResult.Status.COMPLETED);
      assertThat(member.validationLoss()).isLessThan(most);
    }
  }
}
