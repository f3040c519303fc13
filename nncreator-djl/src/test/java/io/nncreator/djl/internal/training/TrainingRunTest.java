// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.Checkpoint;
import io.nncreator.api.training.Cosine;
import io.nncreator.api.training.EpochProgress;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.Optimizer;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.api.training.TrainingRows;
import io.nncreator.tck.random.RandomNetworks;
import io.nncreator.tck.random.RandomRecipes;
import io.nncreator.tck.random.RandomRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A training program")
class TrainingRunTest {
  private static final int ROWS = 24;

  @ParameterizedTest(name = "{0} members")
  @ValueSource(ints = {1, 3})
  @DisplayName("has the gradients of PyTorch's tape, also behind dropout")
  void writesTrueGradients(int members) {
    RandomNetworks networks = new RandomNetworks(70 + members);
    RandomRecipes recipes = new RandomRecipes(70 + members);
    for (int i = 0; i < 10; i++) {
      boolean classes = i % 2 == 0;
      NetworkAssembly network = networks.network(classes ? 3 : 1);
      TrainingRequest request =
          request(network, recipes.recipe(classes).withEpochs(2), members, null);
      TrainingResult written = TrainingRun.of(request, TrainingObserver.NONE, true);
      TrainingResult taped = TrainingRun.of(request, TrainingObserver.NONE, false);
      requireClose(written.weights(), taped.weights(), 1e-4, "network " + i + ": " + network);
    }
  }

  @ParameterizedTest(name = "{0} members")
  @ValueSource(ints = {1, 3})
  @DisplayName("moves by the fused AdamW as the optimiser itself says")
  void fusesAdamW(int members) {
    NetworkAssembly network = new RandomNetworks(4).network(1);
    AdamW adam = new AdamW(0.9, 0.99, 1e-8, 0.05);
    TrainingResult fused = train(request(network, recipe(adam, 3), members, null));
    TrainingResult plain = train(request(network, recipe(new Unfused(adam), 3), members, null));
    requireClose(fused.weights(), plain.weights(), 1e-6, "weights");
  }

  @Test
  @DisplayName("goes on from within an epoch with the same bits")
  void resumesWithinAnEpoch() {
    NetworkAssembly network = new RandomNetworks(8).network(1);
    TrainingRequest request = request(network, recipe(new AdamW(0.01), 4), 2, null);
    TrainingResult whole = train(request);
    List<Integer> stops = List.of(1, 2, 5, 7);
    for (int calls : stops) {
      TrainingResult part = TrainingRun.of(request, new StopAfterCalls(calls));
      assertThat(part.members())
          .extracting(MemberResult::status)
          .containsOnly(MemberResult.Status.INTERRUPTED);
      TrainingResult rest =
          train(request(network, recipe(new AdamW(0.01), 4), 2, part.checkpoint()));
      assertThat(rest.weights()).isEqualTo(whole.weights());
      assertThat(rest.checkpoint()).isEqualTo(whole.checkpoint());
    }
    assertThat(TrainingRun.of(request, new StopAfterCalls(1)).checkpoint().step()).isEqualTo(1);
  }

  @Test
  @DisplayName("refuses the checkpoint of another request")
  void checksCheckpoint() {
    NetworkAssembly network = new RandomNetworks(8).network(1);
    Checkpoint two = train(request(network, recipe(new AdamW(0), 1), 2, null)).checkpoint();
    assertThatThrownBy(() -> train(request(network, recipe(new AdamW(0), 1), 3, two)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the checkpoint of another request");
  }

  private static TrainingResult train(TrainingRequest request) {
    return TrainingRun.of(request, TrainingObserver.NONE);
  }

  private static TrainingRecipe recipe(Optimizer optimizer, int epochs) {
    return new TrainingRecipe(
        new SquaredError(), optimizer, new Cosine(0.2), 0.01, 3, epochs, 0, 1);
  }

  private static TrainingRequest request(
      NetworkAssembly network,
      TrainingRecipe recipe,
      int members,
      @Nullable Checkpoint checkpoint) {
    RandomRows random = new RandomRows(5);
    TrainingRows rows =
        recipe.loss().classification()
            ? random.labelled(network.layout(), ROWS, network.outputs())
            : random.valued(network.layout(), ROWS);
    List<Member> all = new ArrayList<>();
    for (int k = 0; k < members; k++) {
      int fold = k;
      int[] training = IntStream.range(0, ROWS).filter(row -> row % 4 != fold).toArray();
      int[] validation = IntStream.range(0, ROWS).filter(row -> row % 4 == fold).toArray();
      all.add(new Member(training, validation, 10L + k));
    }
    return new TrainingRequest(network, recipe, rows, all, checkpoint);
  }

  private static void requireClose(Weights got, Weights wanted, double tolerance, String what) {
    wanted
        .tensors()
        .forEach(
            (name, tensor) -> {
              Tensor other = got.tensors().get(name);
              assertThat(other).isNotNull();
              for (int i = 0; i < tensor.size(); i++) {
                double value = tensor.floats()[i];
                assertThat((double) other.floats()[i])
                    .as("%s: %s[%s]", what, name, i)
                    .isCloseTo(value, within(tolerance * Math.max(1, Math.abs(value))));
              }
            });
  }

  /** The same rule without its type, so that it runs as it is lowered. */
  private record Unfused(AdamW adam) implements Optimizer {
    @Override
    public int stateSize() {
      return adam.stateSize();
    }

    @Override
    public Update lower(
        GraphBuilder graph,
        Value parameter,
        Value gradient,
        List<Value> state,
        Value rate,
        Value step,
        @Nullable Value decay) {
      return adam.lower(graph, parameter, gradient, state, rate, step, decay);
    }
  }

  /** Stops after a number of native calls. */
  private static final class StopAfterCalls implements TrainingObserver {
    private final int calls;
    private int asked;

    StopAfterCalls(int calls) {
      this.calls = calls;
    }

    @Override
    public void onEpoch(EpochProgress progress) {}

    @Override
    public boolean stopRequested() {
      return asked++ >= calls;
    }
  }
}
