// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.Activation;
import io.nncreator.api.network.Dropout;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.Checkpoint;
import io.nncreator.api.training.ConstantRate;
import io.nncreator.api.training.EpochProgress;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.MemberResult.Status;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.api.training.TrainingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A member that has stopped")
class CompactionTest {
  private static final FeatureLayout LAYOUT = new FeatureLayout(3, List.of());
  private static final int PART = 120;
  private static final int BATCH = 2;
  private static final int STEPS = PART / BATCH;
  private static final int PATIENCE = 12;
  private static final int EPOCHS = 30;

  /** Rows of members that learn, of two that unlearn, and of one whose numbers overflow. */
  private static final List<Integer> KINDS = List.of(0, 1, 0, 2, 1, 0);

  @Test
  @DisplayName("costs nothing more, and its neighbours learn what they learn without it")
  void isLeftBehind() {
    List<Member> members = members();
    List<EpochProgress> seen = new ArrayList<>();

    TrainingResult result = TrainingRun.of(request(members, null), seen::add);

    assertThat(result.members())
        .extracting(MemberResult::status)
        .containsExactly(
            Status.COMPLETED,
            Status.EARLY_STOPPED,
            Status.COMPLETED,
            Status.DIVERGED,
            Status.EARLY_STOPPED,
            Status.COMPLETED);
    assertThat(seen).hasSize(EPOCHS);
    assertThat(seen.get(EPOCHS - 2).activeMembers()).isEqualTo(3);
    int last = Math.max(result.members().get(1).bestEpoch(), result.members().get(4).bestEpoch());
    long cut = Math.multiplyExact((long) STEPS, EPOCHS * 3 + (last + PATIENCE) * 3);
    assertThat(result.memberSteps()).isLessThanOrEqualTo(cut);
    assertThat(last).isLessThan(6);
    for (int k : new int[] {0, 1}) {
      TrainingResult alone =
          TrainingRun.of(request(members.subList(k, k + 1), null), TrainingObserver.NONE);
      MemberResult one = alone.members().get(0);
      MemberResult same = result.members().get(k);
      assertThat(same.status()).isEqualTo(one.status());
      assertThat(same.bestEpoch()).isEqualTo(one.bestEpoch());
      requireClose(result.weights().select(k), alone.weights());
      if (one.bestEpoch() > 0) {
        assertThat(same.validationLoss()).isCloseTo(one.validationLoss(), within(1e-5));
        requireClose(same.validationOutputs(), one.validationOutputs());
      }
    }
  }

  @ParameterizedTest(name = "{0} epochs")
  @ValueSource(ints = {5, 20})
  @DisplayName("stays behind when a run is interrupted and goes on, with the same bits")
  void staysBehind(int epochs) {
    TrainingResult whole = TrainingRun.of(request(members(), null), TrainingObserver.NONE);

    TrainingResult part = TrainingRun.of(request(members(), null), new StopAfter(epochs));
    TrainingResult rest =
        TrainingRun.of(request(members(), part.checkpoint()), TrainingObserver.NONE);

    assertThat(rest.weights()).isEqualTo(whole.weights());
    assertThat(rest.checkpoint()).isEqualTo(whole.checkpoint());
    assertThat(part.memberSteps() + rest.memberSteps()).isEqualTo(whole.memberSteps());
    for (int k = 0; k < KINDS.size(); k++) {
      assertThat(rest.members().get(k).validationOutputs())
          .isEqualTo(whole.members().get(k).validationOutputs());
    }
  }

  @Test
  @DisplayName("is waited for where a smaller program would not pay for itself")
  void paysOrNot() {
    assertThat(Compaction.pays(5, 5, 1_000_000)).isFalse();
    assertThat(Compaction.pays(5, 0, 1_000_000)).isFalse();
    assertThat(Compaction.pays(5, 4, Compaction.LEAST_SAVED)).isTrue();
    assertThat(Compaction.pays(5, 3, Compaction.LEAST_SAVED / 2)).isTrue();
    assertThat(Compaction.pays(5, 4, Compaction.LEAST_SAVED - 1)).isFalse();
  }

  private static List<Member> members() {
    List<Member> members = new ArrayList<>();
    for (int k = 0; k < KINDS.size(); k++) {
      int first = KINDS.get(k) * 2 * PART;
      members.add(
          new Member(
              IntStream.range(first, first + PART).toArray(),
              IntStream.range(first + PART, first + PART + 20 + k).toArray(),
              50 + k));
    }
    return members;
  }

  private static TrainingRequest request(List<Member> members, @Nullable Checkpoint checkpoint) {
    SplittableRandom random = new SplittableRandom(3);
    float[] features = new float[6 * PART * 3];
    float[] values = new float[6 * PART];
    for (int row = 0; row < values.length; row++) {
      for (int i = 0; i < 3; i++) {
        features[row * 3 + i] = (float) random.nextDouble(-1, 1);
      }
      float truth = features[row * 3] - 0.5f * features[row * 3 + 1];
      int part = row / PART;
      // The rows that judge members of the second kind contradict those that they learn from.
      values[row] = part == 3 ? -truth : part >= 4 ? 1e30f : truth;
    }
    List<LayerNode> nodes =
        List.of(
            new LayerNode("hidden", new Linear(5), List.of(NetworkSpec.INPUT)),
            new LayerNode("bent", new Activation(Activation.Function.TANH), List.of("hidden")),
            new LayerNode("dropped", new Dropout(0.2), List.of("bent")));
    TrainingRecipe recipe =
        new TrainingRecipe(
            new SquaredError(),
            new AdamW(0.01),
            new ConstantRate(),
            1e-3,
            BATCH,
            EPOCHS,
            PATIENCE,
            0,
            null,
            0.9);
    return new TrainingRequest(
        new NetworkAssembly(LAYOUT, new NetworkSpec("n", 1, nodes), 1),
        recipe,
        new TrainingRows(LAYOUT, features, new long[0], new int[0], values),
        members,
        checkpoint);
  }

  private static void requireClose(Weights got, Weights wanted) {
    wanted
        .tensors()
        .forEach(
            (name, tensor) -> {
              Tensor other = got.tensors().get(name);
              assertThat(other).isNotNull();
              requireClose(other.floats(), tensor.floats());
            });
  }

  private static void requireClose(float[] got, float[] wanted) {
    assertThat(got).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(got[i]).isCloseTo(wanted[i], within(1e-5f));
    }
  }

  /** Asks to stop once a number of epochs is done. */
  private static final class StopAfter implements TrainingObserver {
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
