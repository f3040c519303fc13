// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LayerSettingsTest {
  @Test
  void refuseIllegalValues() {
    refuses(() -> new Linear(0), "The setting units (0) must be at least 1.");
    refuses(() -> new Dropout(1), "The setting rate (1.0) must be in [0.0, 1.0).");
    refuses(() -> new Dropout(-0.1), "The setting rate (-0.1) must be in [0.0, 1.0).");
    refuses(() -> new Dropout(Double.NaN), "The setting rate (NaN) must be in [0.0, 1.0).");
    refuses(() -> new LayerNorm(0), "The setting epsilon (0.0) must be in (0, 1].");
    refuses(() -> new LayerNorm(2), "The setting epsilon (2.0) must be in (0, 1].");
    refuses(() -> new LayerNorm(Double.NaN), "The setting epsilon (NaN) must be in (0, 1].");
    assertThatNullPointerException().isThrownBy(() -> new Activation(null));
    refuses(() -> new FeatureLayout(0, List.of()), "A network needs at least one feature.");
    refuses(
        () -> new FeatureLayout(-1, List.of(2)), "The setting numeric (-1) must be at least 0.");
    refuses(
        () -> new FeatureLayout(1, List.of(2, 0)),
        "The setting cardinalities (0) must be at least 1.");
    refuses(
        () -> new NetworkAssembly(new FeatureLayout(1, List.of()), NetworkSpecTest.spec(), 0),
        "The setting outputs (0) must be at least 1.");
  }

  @Test
  void haveTheirUsualDefaults() {
    assertThat(new Linear(3)).isEqualTo(new Linear(3, true));
    assertThat(new LayerNorm().epsilon()).isEqualTo(1e-5);
  }

  @Test
  void layersInferTheirShapes() {
    assertThat(shape(new Linear(7), 1)).isEqualTo(Shape.rows(7));
    assertThat(shape(new Dropout(0.5), 1)).isEqualTo(Shape.rows(3));
    assertThat(shape(new LayerNorm(), 1)).isEqualTo(Shape.rows(3));
    assertThat(shape(new Scale(), 1)).isEqualTo(Shape.rows(3));
    assertThat(shape(new Add(), 3)).isEqualTo(Shape.rows(3));
    assertThat(shape(new Multiply(), 2)).isEqualTo(Shape.rows(3));
    assertThat(shape(new Concat(), 3)).isEqualTo(Shape.rows(9));
    for (Activation.Function function : Activation.Function.values()) {
      assertThat(shape(new Activation(function), 1)).isEqualTo(Shape.rows(3));
    }
  }

  @Test
  void layersTakeTheirNumberOfInputs() {
    String only = "The layer takes exactly 1 input, got 2.";
    refuses(() -> shape(new Linear(2), 2), only);
    refuses(() -> shape(new Dropout(0.1), 2), only);
    refuses(() -> shape(new LayerNorm(), 2), only);
    refuses(() -> shape(new Scale(), 2), only);
    refuses(() -> shape(new Activation(Activation.Function.RELU), 2), only);
    String several = "The layer takes at least 2 inputs, got 1.";
    refuses(() -> shape(new Add(), 1), several);
    refuses(() -> shape(new Multiply(), 1), several);
    refuses(() -> shape(new Concat(), 1), several);
  }

  @Test
  void parametersAreDeclaredWithTheirFirstValuesAndDecay() {
    Initializer uniform = new Initializer.Uniform(1 / Math.sqrt(3));
    assertThat(parameters(new Linear(7)))
        .containsExactly(
            new ParameterSpec("weight", Shape.of(3, 7), uniform, true),
            new ParameterSpec("bias", Shape.of(1, 7), uniform, false));
    assertThat(parameters(new Linear(7, false))).hasSize(1);
    assertThat(parameters(new LayerNorm()))
        .containsExactly(
            new ParameterSpec("gain", Shape.of(1, 3), new Initializer.Fill(1), false),
            new ParameterSpec("bias", Shape.of(1, 3), new Initializer.Fill(0), false));
    assertThat(parameters(new Scale()))
        .containsExactly(
            new ParameterSpec("factor", Shape.of(1, 3), new Initializer.Fill(1), false));
    assertThat(parameters(new Dropout(0.5))).isEmpty();
  }

  private static Shape shape(Layer layer, int inputs) {
    return lower(new GraphBuilder(), layer, inputs).shape();
  }

  private static List<ParameterSpec> parameters(Layer layer) {
    GraphBuilder builder = new GraphBuilder();
    Graph graph = builder.output("y", lower(builder, layer, 1)).build();
    return graph.parameters();
  }

  private static Value lower(GraphBuilder graph, Layer layer, int inputs) {
    Value x = graph.input("x", new TensorType(DType.F32, Shape.rows(3), true));
    return layer.lower(graph, Collections.nCopies(inputs, x));
  }

  private static void refuses(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
