// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PiecewiseLinearTest {
  @Test
  void takesQuantilesAsEdges() {
    float[] rows = new float[101];
    for (int i = 0; i < rows.length; i++) {
      rows[(i * 37) % 101] = i * i / 10_000f;
    }
    assertThat(new PiecewiseLinear(4, 4).fitted(rows, 1).edges())
        .containsExactly(List.of(0.0, 0.0625, 0.25, 0.5625, 1.0));
  }

  @Test
  void takesFewLevelsAsEdgesAndLeavesTwoLevelsAsTheyAre() {
    float[] rows = {0, 5, 1, 7, 1, 5, 2, 7, 0, 5, -1, 7, 0, 5, 2, 7, 0, 5, 1, 7};
    List<List<Double>> edges = new PiecewiseLinear(4, 16).fitted(rows, 4).edges();
    assertThat(edges).hasSize(4);
    assertThat(edges.get(0)).isEmpty();
    assertThat(edges.get(1)).isEmpty();
    assertThat(edges.get(2)).containsExactly(-1.0, 1.0, 2.0);
    assertThat(edges.get(3)).isEmpty();
  }

  /** Nearly all values are one: the quantiles repeat, the edges do not. */
  @Test
  void edgesAscendWhereValuesRepeat() {
    SplittableRandom random = new SplittableRandom(1);
    float[] rows = new float[500];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = random.nextInt(5) > 0 ? 0 : (float) random.nextGaussian();
    }
    List<Double> edges = new PiecewiseLinear(4, 16).fitted(rows, 1).edges().get(0);
    assertThat(edges).hasSizeBetween(4, 17).doesNotHaveDuplicates().isSorted();
    assertThat(edges).contains(0.0);
  }

  @Test
  void infersItsShape() {
    List<List<Double>> edges = List.of(List.of(0.0, 1.0), List.of(), List.of(0.0, 1.0, 2.0));
    assertThat(width(new PiecewiseLinear(4, 8), 5)).isEqualTo(20);
    assertThat(width(new PiecewiseLinear(4, 8, edges), 5)).isEqualTo(2 * 4 + 3);
    assertThat(width(new PiecewiseLinear(4, 8, List.of()), 5)).isEqualTo(5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> width(new PiecewiseLinear(4, 8, edges), 2))
        .withMessage(
            "A piecewise-linear layer with edges of 3 features takes at least as many columns, got"
                + " 2.");
  }

  @Test
  void refusesIllegalSettings() {
    refuses(65, 8, null, "The setting width (65.0) must be in [1.0, 65.0).");
    refuses(8, 1, null, "The setting bins (1.0) must be in [2.0, 257.0).");
    for (List<Double> edges :
        List.of(
            List.of(1.0),
            List.of(1.0, 0.0),
            List.of(0.0, 1e-4),
            List.of(0.0, Double.NaN),
            List.of(0.0, 1e7),
            List.of(0.0, 1.0, 2.0, 3.0))) {
      refuses(
          4,
          2,
          List.of(edges),
          "The setting edges has "
              + edges
              + ", but the borders of a feature are none, or 2 to 3 within ±1e6 that ascend by at"
              + " least 5.0E-4.");
    }
  }

  @Test
  void aSpecFitsWhatStandsBehindTheFeatures() {
    PiecewiseLinear layer = new PiecewiseLinear(1, 2);
    NetworkSpec spec =
        new NetworkSpec(
            "test",
            8,
            List.of(
                new LayerNode("first", layer, List.of(NetworkSpec.INPUT)),
                new LayerNode("second", layer, List.of("first"))));
    float[] rows = {0, 1, 2, 3, 4};
    NetworkSpec fitted = spec.fitted(rows, 1);
    assertThat(fitted.nodes().get(0).layer()).isEqualTo(layer.fitted(rows, 1));
    assertThat(fitted.nodes().get(1)).isEqualTo(spec.nodes().get(1));
    assertThat(spec.fitted(new float[0], 0)).isEqualTo(spec);
  }

  private static void refuses(int width, int bins, List<List<Double>> edges, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PiecewiseLinear(width, bins, edges))
        .withMessage(message);
  }

  private static long width(Layer layer, int columns) {
    GraphBuilder graph = new GraphBuilder();
    TensorType type = new TensorType(DType.F32, Shape.rows(columns), true);
    return layer.lower(graph, List.of(graph.input("x", type))).shape().dim(-1);
  }
}
