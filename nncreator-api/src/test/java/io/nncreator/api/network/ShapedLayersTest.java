// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.network.GlobalPool.Pooling;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Shapes, settings and refusals of the layers for images, series and tokens. */
class ShapedLayersTest {
  private static final String RESHAPE = ". Maybe put a reshape layer before it.";

  @Test
  void inferTheirShapes() {
    gives(new Reshape(2, -1), Shape.rows(3, 4), Shape.rows(2, 6));
    gives(new Flatten(), Shape.rows(3, 4), Shape.rows(12));
    gives(new SwapAxes(), Shape.rows(3, 4), Shape.rows(4, 3));
    gives(new SwapAxes(-3, -1), Shape.rows(2, 3, 4), Shape.rows(4, 3, 2));
    gives(new Linear(5), Shape.rows(3, 4), Shape.rows(3, 5));
    gives(new Conv1d(5, 3), Shape.rows(10, 4), Shape.rows(8, 5));
    gives(new Conv1d(8, 3, 2, 1, 2, 4, true), Shape.rows(10, 4), Shape.rows(4, 8));
    gives(new Conv2d(5, 3), Shape.rows(2, 10, 7), Shape.rows(5, 8, 5));
    gives(new Conv2d(4, 3, 2, 1, 1, 2, false), Shape.rows(2, 28, 28), Shape.rows(4, 14, 14));
    gives(new MaxPool(2), Shape.rows(7, 3), Shape.rows(3, 3));
    gives(new MaxPool(3, 2, 1), Shape.rows(2, 8, 9), Shape.rows(2, 4, 5));
    gives(new AveragePool(2), Shape.rows(2, 8, 9), Shape.rows(2, 4, 4));
    gives(new GlobalPool(Pooling.MEAN), Shape.rows(7, 3), Shape.rows(3));
    gives(new GlobalPool(Pooling.MAX), Shape.rows(2, 8, 9), Shape.rows(2));
    gives(new GroupNorm(2), Shape.rows(4, 8, 9), Shape.rows(4, 8, 9));
    gives(new InstanceNorm(), Shape.rows(4, 8), Shape.rows(4, 8));
    gives(new RmsNorm(), Shape.rows(4), Shape.rows(4));
    gives(new TokenizeFeatures(8), Shape.rows(5), Shape.rows(6, 8));
    gives(new TokenizeFeatures(8, false), Shape.rows(5), Shape.rows(5, 8));
    gives(new TakeStep(-1), Shape.rows(5, 8), Shape.rows(8));
    gives(new PositionEmbedding(), Shape.rows(5, 8), Shape.rows(5, 8));
    gives(new Attention(4), Shape.rows(5, 8), Shape.rows(5, 8));
    gives(new Gru(3), Shape.rows(5, 8), Shape.rows(3));
    gives(new Lstm(3, true, false), Shape.rows(5, 8), Shape.rows(5, 3));
    gives(new TokenEmbedding(100, 8), Shape.rows(5), Shape.rows(5, 8));
    gives(new EmbeddingBag(100, 8), Shape.rows(5), Shape.rows(8));
  }

  @Test
  void refuseOtherShapes() {
    for (Layer layer :
        List.of(
            new Conv1d(1, 1),
            new TakeStep(0),
            new PositionEmbedding(),
            new Attention(1),
            new Gru(1),
            new Lstm(1))) {
      assertThatIllegalArgumentException()
          .as("%s", layer)
          .isThrownBy(() -> shape(layer, Shape.rows(6)))
          .withMessageMatching(
              "An? [a-z0-9-]+ layer takes series .* got \\[batch, 6\\]\\. Maybe .*");
    }
    refuses(
        new Conv2d(1, 1),
        Shape.rows(6),
        "A conv-2d layer takes images [batch, channels, height, width], got [batch, 6]" + RESHAPE);
    refuses(
        new GlobalPool(Pooling.MEAN),
        Shape.rows(6),
        "A global-pool layer takes series [batch, steps, width] or images [batch, channels, height,"
            + " width], got [batch, 6]"
            + RESHAPE);
    refuses(
        new Linear(2),
        Shape.rows(2, 3, 4),
        "A linear layer takes rows [batch, features] or series [batch, steps, width],"
            + " got [batch, 2, 3, 4].");
    refuses(
        new TokenizeFeatures(2),
        Shape.rows(2, 3),
        "A tokenize-features layer takes rows [batch, features], got [batch, 2, 3].");
    refuses(
        new Reshape(4, -1),
        Shape.rows(6),
        "The setting shape ([4, -1]) does not fit rows of 6 elements.");
    refuses(
        new Conv1d(2, 3, 1, 0, 1, 3, true),
        Shape.rows(5, 3),
        "The setting groups (3) must divide the 3 channels and the 2 filters.");
    refuses(
        new Conv2d(2, 5),
        Shape.rows(1, 4, 9),
        "CONVOLUTION needs a window that fits: it reaches over 5 x 5, got F32[batch, 1, 4, 9] per"
            + " member.");
    refuses(
        new MaxPool(5),
        Shape.rows(4, 2),
        "POOL needs a window that fits: it reaches over 5 x 1, got F32[batch, 1, 4, 2] per member.");
    refuses(
        new GroupNorm(3),
        Shape.rows(4, 2, 2),
        "The setting groups (3) must divide the 4 channels.");
    refuses(new Attention(3), Shape.rows(4, 8), "The setting heads (3) must divide the width (8).");
    refuses(
        new Attention(1),
        Shape.rows(4097, 1),
        "An attention layer takes at most 4096 steps, got 4097.");
    refuses(new Gru(1), Shape.rows(129, 1), "A gru layer takes at most 128 steps, got 129.");
    refuses(new TakeStep(3), Shape.rows(3, 1), "The setting step (3) must be one of 3 steps.");
    refuses(new TakeStep(-4), Shape.rows(3, 1), "The setting step (-4) must be one of 3 steps.");
    refuses(
        new SwapAxes(-3, -1),
        Shape.rows(3, 1),
        "TRANSPOSE needs a negative axis within a row, not -3, got F32[batch, 3, 1] per member.");
  }

  @Test
  void refuseIllegalSettings() {
    refuses(
        () -> new Reshape(-1, -1), "must be 1 to 4 sizes of at least 1, of which one may be -1");
    refuses(() -> new Reshape(0), "The setting shape ([0])");
    refuses(() -> new Reshape(List.of()), "The setting shape ([])");
    refuses(() -> new SwapAxes(0, -1), "The setting first (0.0) must be in [-4.0, 0.0).");
    refuses(() -> new Conv1d(0, 1), "The setting filters (0) must be at least 1.");
    refuses(() -> new Conv2d(1, 0), "The setting size (0.0) must be in [1.0, 65.0).");
    refuses(() -> new Conv2d(1, 1, 0, 0, 1, 1, true), "The setting stride (0.0)");
    refuses(() -> new Conv2d(1, 1, 1, -1, 1, 1, true), "The setting padding (-1.0)");
    refuses(() -> new Conv2d(1, 1, 1, 0, 0, 1, true), "The setting dilation (0.0)");
    refuses(() -> new Conv2d(1, 1, 1, 0, 1, 0, true), "The setting groups (0)");
    refuses(
        () -> new MaxPool(3, 1, 2), "The setting padding (2) must be at most half the size (3).");
    refuses(() -> new GroupNorm(1, 0), "The setting epsilon (0.0) must be in (0, 1].");
    refuses(() -> new RmsNorm(2), "The setting epsilon (2.0) must be in (0, 1].");
    refuses(() -> new TokenizeFeatures(0), "The setting width (0.0)");
    refuses(() -> new TokenEmbedding(0, 1), "The setting vocabulary (0.0)");
    refuses(() -> new EmbeddingBag((1 << 24) + 1, 1), "The setting vocabulary");
    refuses(() -> new Attention(0), "The setting heads (0) must be at least 1.");
    refuses(() -> new Gru(0), "The setting units (0) must be at least 1.");
  }

  /** 3 filters of 2 x 2 over 2 channels: 8 products and sums for each of 3 x 3 x 4 results. */
  @Test
  void costsOfWindowsAreCounted() {
    List<LayerNode> nodes =
        List.of(
            new LayerNode("image", new Reshape(2, 4, 5), List.of(NetworkSpec.INPUT)),
            new LayerNode("conv", new Conv2d(3, 2, 1, 0, 1, 1, false), List.of("image")),
            new LayerNode("pool", new MaxPool(2), List.of("conv")),
            new LayerNode("flat", new Flatten(), List.of("pool")));
    NetworkAssembly network =
        new NetworkAssembly(new FeatureLayout(40, List.of()), new NetworkSpec("n", 1, nodes), 1);
    NetworkCost cost = NetworkCost.of(network);
    assertThat(cost.parameters()).isEqualTo(3 * 2 * 2 * 2 + 6 + 1);
    long conv = 3L * 3 * 4 * 2 * 8;
    long pool = 3L * 2 * 4;
    assertThat(cost.flopsPerRow()).isEqualTo(40 + conv + pool + 6 + 2 * 6 + 1);
  }

  private static void gives(Layer layer, Shape from, Shape to) {
    assertThat(shape(layer, from)).as("%s of %s", layer, from).isEqualTo(to);
  }

  private static Shape shape(Layer layer, Shape from) {
    GraphBuilder graph = new GraphBuilder();
    Value x = graph.input("x", new TensorType(DType.F32, from, true));
    return layer.lower(graph, List.of(x)).shape();
  }

  private static void refuses(Layer layer, Shape from, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> shape(layer, from)).withMessage(message);
  }

  private static void refuses(ThrowingCallable call, String part) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(part);
  }
}
