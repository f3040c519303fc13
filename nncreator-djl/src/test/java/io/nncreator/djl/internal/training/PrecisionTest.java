// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.Activation;
import io.nncreator.api.network.Dropout;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.network.NtkLinear;
import io.nncreator.api.network.Reshape;
import io.nncreator.api.network.TakeStep;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.ConstantRate;
import io.nncreator.api.training.EpochProgress;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.Momentum;
import io.nncreator.api.training.Optimizer;
import io.nncreator.api.training.Precision;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.api.training.TrainingRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Products in bf16")
class PrecisionTest {
  private static final int WIDTH = 72;
  private static final int ROWS = 160;
  private static final FeatureLayout LAYOUT = new FeatureLayout(2 * WIDTH, List.of());
  private static final List<Layer> ROW_LAYERS =
      List.of(
          new Linear(WIDTH),
          new Activation(Activation.Function.RELU),
          new NtkLinear(WIDTH),
          new Activation(Activation.Function.SILU),
          new Dropout(0.1));

  /** The same layers on two steps of each row. */
  private static final List<Layer> STEP_LAYERS =
      List.of(
          new Reshape(2, WIDTH),
          new Linear(WIDTH, false),
          new Activation(Activation.Function.TANH),
          new Linear(WIDTH),
          new TakeStep(-1));

  @ParameterizedTest(name = "{0} members")
  @ValueSource(ints = {1, 3})
  @DisplayName("let a network learn as in fp32")
  void learnsAlike(int members) {
    TrainingRecipe recipe = recipe(new AdamW(0.01), 12);
    TrainingRequest exact = request(ROW_LAYERS, recipe, members);
    List<EpochProgress> curve = new ArrayList<>();
    List<EpochProgress> rounded = new ArrayList<>();

    TrainingResult one = TrainingRun.of(exact, curve::add);
    TrainingResult other = TrainingRun.of(rounded(exact), rounded::add);

    assertThat(other.weights()).isNotEqualTo(one.weights());
    assertThat(curve.get(11).trainingLoss()).isLessThan(curve.get(0).trainingLoss() / 2);
    for (int i = 0; i < curve.size(); i++) {
      double loss = curve.get(i).trainingLoss();
      assertThat(rounded.get(i).trainingLoss()).isCloseTo(loss, within(0.02 * loss));
      double validation = curve.get(i).validationLoss();
      assertThat(rounded.get(i).validationLoss()).isCloseTo(validation, within(0.03 * validation));
    }
  }

  @ParameterizedTest(name = "{0} members")
  @ValueSource(ints = {1, 3})
  @DisplayName("have gradients that follow those of fp32 and PyTorch's tape")
  void followsTheGradient(int members) {
    for (List<Layer> layers : List.of(ROW_LAYERS, STEP_LAYERS)) {
      // One step of plain descent at a rate of 1 moves weights by the gradient.
      TrainingRecipe descent =
          new TrainingRecipe(
              new SquaredError(), new Momentum(0, 0), new ConstantRate(), 1, ROWS, 1, 0, 0);
      TrainingRequest exact = request(layers, descent, members);
      long[] seeds = exact.members().stream().mapToLong(Member::seed).toArray();
      Weights first =
          Weights.initialize(LossGraph.of(exact.network(), descent.loss()).parameters(), seeds);
      Weights plain = TrainingRun.of(exact, TrainingObserver.NONE).weights();
      Weights written = TrainingRun.of(rounded(exact), TrainingObserver.NONE, true).weights();
      Weights taped = TrainingRun.of(rounded(exact), TrainingObserver.NONE, false).weights();
      for (String name : first.tensors().keySet()) {
        assertThat(error(first, plain, written, name)).as(name).isLessThan(0.05);
        assertThat(error(first, taped, written, name)).as(name).isLessThan(1e-4);
      }
    }
  }

  @Test
  @DisplayName("give each member what it gets alone, and the same bits each time")
  void membersAreAlone() {
    TrainingRequest three = rounded(request(ROW_LAYERS, recipe(new AdamW(0.01), 2), 3));
    TrainingResult group = TrainingRun.of(three, TrainingObserver.NONE);
    assertThat(TrainingRun.of(three, TrainingObserver.NONE).weights()).isEqualTo(group.weights());
    TrainingRequest one =
        new TrainingRequest(
            three.network(), three.recipe(), three.rows(), three.members().subList(1, 2), null);
    Weights alone = TrainingRun.of(one, TrainingObserver.NONE).weights();
    alone
        .tensors()
        .forEach(
            (name, tensor) -> {
              Tensor other = group.weights().select(1).tensors().get(name);
              assertThat(other).isNotNull();
              for (int i = 0; i < tensor.size(); i++) {
                assertThat(other.floats()[i]).isCloseTo(tensor.floats()[i], within(1e-3f));
              }
            });
  }

  @Test
  @DisplayName("are those of large learnt matrices in training alone")
  void onlyLargeProducts() throws IOException {
    TrainingRequest request = request(ROW_LAYERS, recipe(new AdamW(0), 1), 2);
    assertThat(program(request)).doesNotContain(", 15)");
    String program = program(rounded(request));
    String gradients = program.substring(program.indexOf("def gradients("));
    // Features and hidden values, two matrices, and what comes back to two products.
    assertThat(gradients.split("\\W15\\)", -1)).hasSize(1 + 6);
    assertThat(program.substring(0, program.indexOf("def gradients("))).doesNotContain(", 15)");
    List<Layer> narrow = List.of(new Linear(63), new Linear(80));
    assertThat(program(rounded(request(narrow, recipe(new AdamW(0), 1), 2))))
        .doesNotContain(", 15)");
  }

  private static String program(TrainingRequest request) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    TrainingScript.of(
            request,
            TrainingPlan.of(request),
            LossGraph.of(request.network(), request.recipe().loss()),
            true)
        .writeTo(archive);
    return archive.toString(StandardCharsets.ISO_8859_1);
  }

  /** Returns how far one move is from another, as a share of the latter. */
  private static double error(Weights from, Weights to, Weights other, String name) {
    float[] start = floats(from, name);
    float[] wanted = floats(to, name);
    float[] got = floats(other, name);
    double apart = 0;
    double size = 0;
    for (int i = 0; i < start.length; i++) {
      apart += Math.pow(got[i] - wanted[i], 2);
      size += Math.pow(wanted[i] - start[i], 2);
    }
    assertThat(size).as(name).isPositive();
    return Math.sqrt(apart / size);
  }

  private static float[] floats(Weights weights, String name) {
    Tensor tensor = weights.tensors().get(name);
    return tensor == null ? new float[0] : tensor.floats();
  }

  private static TrainingRequest rounded(TrainingRequest request) {
    return new TrainingRequest(
        request.network(),
        request.recipe().withPrecision(Precision.BF16),
        request.rows(),
        request.members(),
        null);
  }

  private static TrainingRecipe recipe(Optimizer optimizer, int epochs) {
    return new TrainingRecipe(
        new SquaredError(), optimizer, new ConstantRate(), 2e-3, 32, epochs, 0, 1);
  }

  private static TrainingRequest request(List<Layer> layers, TrainingRecipe recipe, int members) {
    List<LayerNode> nodes = new ArrayList<>();
    String before = NetworkSpec.INPUT;
    for (Layer layer : layers) {
      nodes.add(new LayerNode("layer" + nodes.size(), layer, List.of(before)));
      before = "layer" + (nodes.size() - 1);
    }
    SplittableRandom random = new SplittableRandom(4);
    float[] features = new float[ROWS * 2 * WIDTH];
    float[] values = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < 2 * WIDTH; i++) {
        features[row * 2 * WIDTH + i] = (float) random.nextDouble(-1, 1);
        values[row] += features[row * 2 * WIDTH + i] * (i % 5 - 2) / 4f;
      }
    }
    int[] training = IntStream.range(0, 128).toArray();
    int[] validation = IntStream.range(128, ROWS).toArray();
    List<Member> chosen =
        IntStream.range(0, members)
            .mapToObj(k -> new Member(training, validation, 10L + k))
            .toList();
    return new TrainingRequest(
        new NetworkAssembly(LAYOUT, new NetworkSpec("n", 1, nodes), 1),
        recipe,
        new TrainingRows(LAYOUT, features, new long[0], new int[0], values),
        chosen,
        null);
  }
}
