// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.Checkpoint;
import io.nncreator.api.training.ConstantRate;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.MemberResult.Status;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.api.training.TrainingRows;
import io.nncreator.tck.fixture.AlteredTrainer;
import io.nncreator.tck.reference.ReferenceTrainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A slower retry")
class SlowerRetryTest {
  private final List<Double> rates = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();

  @Test
  @DisplayName("trains only the diverged members again, at lower rates until it works")
  void retries() {
    TrainingResult result = train(seed -> seed == 2 ? 0.02 : 1);

    assertThat(rates).containsExactly(0.1, 0.1 * 0.3, 0.1 * 0.3 * 0.3);
    assertThat(sizes).containsExactly(3, 1, 1);
    assertThat(result.members()).extracting(MemberResult::status).containsOnly(Status.COMPLETED);
    // Each member's weight is its seed plus the rate at which it was trained.
    assertThat(result.weights().tensors().get("w").floats())
        .containsExactly(1.1f, (float) (2 + 0.009), 3.1f);
  }

  @Test
  @DisplayName("gives up after two and leaves the others as they are")
  void givesUp() {
    TrainingResult result = train(seed -> seed == 3 ? 0 : 1);

    assertThat(rates).hasSize(3);
    assertThat(result.members())
        .extracting(MemberResult::status)
        .containsExactly(Status.COMPLETED, Status.COMPLETED, Status.DIVERGED);
  }

  @Test
  @DisplayName("is not made when all went well")
  void nothing() {
    assertThat(train(seed -> 1).members()).hasSize(3);
    assertThat(rates).hasSize(1);
  }

  private interface Limit {
    double of(long seed);
  }

  private TrainingResult train(Limit limit) {
    AlteredTrainer trainer =
        new AlteredTrainer(
            new ReferenceTrainer(),
            (request, observer) -> {
              rates.add(rate(request, 0));
              sizes.add(request.members().size());
              return result(request, limit);
            });
    return SlowerRetry.train(trainer, request(), TrainingObserver.NONE);
  }

  private static double rate(TrainingRequest request, int member) {
    return request.recipe().learningRate() * request.members().get(member).rate();
  }

  private static TrainingResult result(TrainingRequest request, Limit limit) {
    List<MemberResult> members = new ArrayList<>();
    float[] weights = new float[request.members().size()];
    for (int i = 0; i < weights.length; i++) {
      long seed = request.members().get(i).seed();
      double rate = rate(request, i);
      boolean well = rate <= limit.of(seed);
      weights[i] = (float) (seed + rate);
      members.add(
          new MemberResult(
              well ? Status.COMPLETED : Status.DIVERGED,
              well ? 1 : 0,
              well ? 0.5 : Double.NaN,
              new float[0]));
    }
    return new TrainingResult(
        new Weights(weights.length, Map.of("w", Tensor.of(weights, weights.length, 1))),
        members,
        new Checkpoint(0, Map.of()));
  }

  private static TrainingRequest request() {
    FeatureLayout layout = new FeatureLayout(1, List.of());
    List<Member> members = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      members.add(new Member(new int[] {0}, new int[] {1}, seed));
    }
    return new TrainingRequest(
        new NetworkAssembly(layout, new NetworkSpec("linear", 4, List.of()), 1),
        new TrainingRecipe(new SquaredError(), new AdamW(0), new ConstantRate(), 0.1, 8, 1, 0, 0),
        new TrainingRows(layout, new float[2], new long[0], new int[0], new float[2]),
        members,
        null);
  }
}
