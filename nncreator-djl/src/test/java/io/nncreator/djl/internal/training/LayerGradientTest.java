// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.Activation;
import io.nncreator.api.network.Attention;
import io.nncreator.api.network.AveragePool;
import io.nncreator.api.network.BatchEnsemble;
import io.nncreator.api.network.Conv1d;
import io.nncreator.api.network.Conv2d;
import io.nncreator.api.network.EmbeddingBag;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.Flatten;
import io.nncreator.api.network.GlobalPool;
import io.nncreator.api.network.GroupNorm;
import io.nncreator.api.network.Gru;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.Lstm;
import io.nncreator.api.network.MaxPool;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.network.PositionEmbedding;
import io.nncreator.api.network.Reshape;
import io.nncreator.api.network.RmsNorm;
import io.nncreator.api.network.SubmodelLinear;
import io.nncreator.api.network.SubmodelScale;
import io.nncreator.api.network.TakeStep;
import io.nncreator.api.network.TokenEmbedding;
import io.nncreator.api.network.TokenizeFeatures;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.ConstantRate;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.api.training.TrainingRows;
import io.nncreator.tck.random.RandomRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Layers for images, series, tokens and submodels")
class LayerGradientTest {
  private static final int ROWS = 6;
  private static final FeatureLayout LAYOUT = new FeatureLayout(36, List.of());

  private static List<Layer> body(String name) {
    return switch (name) {
      case "images" ->
          List.of(
              new Reshape(1, 6, 6),
              new Conv2d(4, 3, 1, 1, 1, 1, true),
              new MaxPool(2, 1, 1),
              new GroupNorm(2),
              new Conv2d(8, 2, 2, 1, 2, 4, false),
              new AveragePool(2, 1, 1),
              new Flatten());
      case "pools" ->
          List.of(
              new Reshape(1, 6, 6),
              new Conv2d(3, 1),
              new MaxPool(5, 1, 2),
              new Conv2d(3, 1, 1, 0, 1, 3, true),
              new MaxPool(3, 2, 0),
              new GlobalPool(GlobalPool.Pooling.MAX));
      case "series" ->
          List.of(
              new Reshape(9, 4),
              new Conv1d(4, 3, 2, 2, 2, 2, true),
              new MaxPool(2),
              new RmsNorm(),
              new Linear(3),
              new GlobalPool(GlobalPool.Pooling.MEAN));
      case "recurrent" ->
          List.of(new Reshape(6, 6), new Gru(4, true, false), new Lstm(3, true, true), new Lstm(3));
      case "attention" ->
          List.of(
              new Reshape(9, 4),
              new PositionEmbedding(),
              new Attention(2, true),
              new Attention(4),
              new TakeStep(-1));
      case "features" -> List.of(new TokenizeFeatures(4), new Attention(2), new TakeStep(0));
      case "submodels" ->
          List.of(
              new SubmodelScale(3),
              new Linear(5),
              new Activation(Activation.Function.RELU),
              new BatchEnsemble(4, 3),
              new Activation(Activation.Function.SILU),
              new SubmodelLinear(2));
      case "tokens" -> List.of(new TokenEmbedding(4, 3), new Flatten(), new Linear(4));
      default -> List.of(new EmbeddingBag(4, 3));
    };
  }

  @ParameterizedTest(name = "{0}, {1} members")
  @CsvSource({
    "images, 1",
    "images, 3",
    "pools, 1",
    "pools, 3",
    "series, 1",
    "series, 3",
    "recurrent, 1",
    "recurrent, 3",
    "attention, 1",
    "attention, 3",
    "features, 1",
    "features, 3",
    "submodels, 1",
    "submodels, 3",
    "tokens, 1",
    "tokens, 3",
    "bag, 1",
    "bag, 3"
  })
  @DisplayName("have derivatives that agree with PyTorch's tape")
  void areDifferentiated(String name, int members) throws IOException {
    TrainingRequest request = request(body(name), members);
    assertThat(program(request)).contains("def gradients(").doesNotContain("torch.grad(");
    TrainingResult written = TrainingRun.of(request, TrainingObserver.NONE, true);
    TrainingResult taped = TrainingRun.of(request, TrainingObserver.NONE, false);
    requireClose(written.weights(), taped.weights());
  }

  /** A mean over members has no written derivative; over one member it changes nothing. */
  @Test
  @DisplayName("leave the whole loss to the tape where one has no written derivative")
  void tapeTakesOver() throws IOException {
    Layer shared = (graph, inputs) -> graph.memberMean(inputs.get(0));
    TrainingRequest request = request(List.of(new Linear(4), shared, new Linear(3)), 1);
    assertThat(program(request)).contains("torch.grad(").doesNotContain("def gradients(");
    Layer same = (graph, inputs) -> inputs.get(0);
    TrainingRequest plain = request(List.of(new Linear(4), same, new Linear(3)), 1);
    TrainingResult taped = TrainingRun.of(request, TrainingObserver.NONE, true);
    requireClose(taped.weights(), TrainingRun.of(plain, TrainingObserver.NONE, true).weights());
  }

  /** Texts in an archive are stored as they are. */
  private static String program(TrainingRequest request) throws IOException {
    Graph graph = LossGraph.of(request.network(), request.recipe().loss());
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    TrainingScript.of(request, TrainingPlan.of(request), graph, true).writeTo(archive);
    return archive.toString(StandardCharsets.ISO_8859_1);
  }

  private static TrainingRequest request(List<Layer> layers, int members) {
    List<LayerNode> nodes = new ArrayList<>();
    String before = NetworkSpec.INPUT;
    for (Layer layer : layers) {
      nodes.add(new LayerNode("layer" + nodes.size(), layer, List.of(before)));
      before = "layer" + (nodes.size() - 1);
    }
    Integer submodels = layers.get(0) instanceof SubmodelScale scale ? scale.submodels() : null;
    NetworkSpec body = new NetworkSpec("n", 1, nodes, null, null, submodels);
    NetworkAssembly network = new NetworkAssembly(LAYOUT, body, 1);
    TrainingRecipe recipe =
        new TrainingRecipe(
            new SquaredError(), new AdamW(0), new ConstantRate(), 0.01, ROWS, 2, 0, 0);
    TrainingRows rows = new RandomRows(3).valued(LAYOUT, ROWS);
    int[] all = IntStream.range(0, ROWS).toArray();
    List<Member> chosen =
        IntStream.range(0, members).mapToObj(k -> new Member(all, new int[0], 10L + k)).toList();
    return new TrainingRequest(network, recipe, rows, chosen, null);
  }

  private static void requireClose(Weights got, Weights wanted) {
    assertThat(got.tensors().keySet()).isEqualTo(wanted.tensors().keySet());
    wanted
        .tensors()
        .forEach(
            (name, tensor) -> {
              Tensor other = got.tensors().get(name);
              for (int i = 0; i < tensor.size(); i++) {
                assertThat(other.floats()[i])
                    .as("%s[%s]", name, i)
                    .isCloseTo(tensor.floats()[i], within(1e-4f));
              }
            });
  }
}
