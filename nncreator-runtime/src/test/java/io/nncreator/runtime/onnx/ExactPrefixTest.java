// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import io.nncreator.runtime.onnx.ProtobufReader.Field;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.Features;
import io.nncreator.runtime.pipeline.RawRows;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The part of a model that Java computes")
class ExactPrefixTest {
  private static final String NUMERIC = "numeric";
  private static final int ROWS = 20;

  @Test
  @DisplayName("gives the very bits that ONNX Runtime gives, for random pipelines and odd cells")
  void sameBits() {
    int compared = 0;
    for (int seed = 0; seed < 200; seed++) {
      RandomPipelines pipelines = new RandomPipelines(seed, false);
      FeaturePipeline pipeline = pipelines.pipeline();
      RawRows rows = pipelines.rows(pipeline, ROWS, seed % 2 == 0);
      float[] mine = numeric(pipeline, rows);
      if (mine.length == 0) {
        continue;
      }
      try (FeatureEncoder encoder = FeatureEncoder.open(pipeline)) {
        assertThat(unsigned(mine))
            .as("seed %s", seed)
            .containsExactly(unsigned(encoder.encode(rows).numeric()));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  @Test
  @DisplayName("ends before what is not exact and before truth values that a later node reads")
  void ends() {
    GraphBuilder graph = new GraphBuilder();
    Value x = graph.input("numbers", new TensorType(DType.F64, Shape.rows(2), false));
    Value root = graph.unary(UnaryKind.SQRT, x);
    graph.output("sine", graph.unary(UnaryKind.SIN, root));
    graph.output("missing", graph.unary(UnaryKind.IS_NAN, x));
    ExactPrefix prefix = divide(graph, new Port("numbers", DType.F64, 2), null);
    assertThat(prefix.steps()).hasSize(1);
    assertThat(prefix.rest()).hasSize(3);
    assertThat(prefix.ports()).extracting(Port::dtype).containsExactly(DType.F64, DType.F64);
  }

  /** Returns the numeric features, or nothing where a part of them is not exact. */
  private static float[] numeric(FeaturePipeline pipeline, RawRows rows) {
    int numbers = rows.numbers().size();
    int texts = pipeline.codeWidth();
    GraphBuilder graph = new GraphBuilder();
    Features features = pipeline.lower(graph);
    if (features.numeric() != null) {
      graph.output(NUMERIC, features.numeric());
    }
    if (features.codes() != null) {
      graph.output("embedded", features.codes());
    }
    ExactPrefix prefix =
        divide(
            graph,
            numbers == 0 ? null : new Port(FeaturePipeline.NUMBERS, DType.F64, numbers),
            texts == 0 ? null : new Port(FeaturePipeline.CODES, DType.I64, texts));
    try (RowBatch batch = new RowBatch(prefix.ports(), List.of(), ROWS)) {
      double[][] memory = batch.scratch(prefix::memory);
      for (int column = 0; column < numbers; column++) {
        for (int row = 0; row < ROWS; row++) {
          memory[prefix.numbers().slot()][row * numbers + column] = rows.numbers().get(column)[row];
        }
      }
      long[] codes = RandomPipelines.codes(pipeline, rows);
      for (int i = 0; i < codes.length; i++) {
        memory[prefix.codes().slot()][i] = codes[i];
      }
      prefix.run(memory, batch, ROWS);
      for (int i = 0; i < prefix.ports().size(); i++) {
        Port port = prefix.ports().get(i);
        if (port.name().equals(NUMERIC)) {
          float[] values = new float[ROWS * port.width()];
          FloatBuffer buffer = batch.input(i).floats();
          buffer.get(0, values);
          return values;
        }
      }
      return new float[0];
    }
  }

  /** Divides a graph's nodes; one more node, which is never exact, reads all outputs. */
  private static ExactPrefix divide(
      GraphBuilder builder, @Nullable Port numbers, @Nullable Port codes) {
    var graph = builder.build();
    byte[] model = OnnxWriter.write(graph, new Weights(1, Map.of()), Map.of());
    List<OnnxNode> nodes = new ArrayList<>();
    List<Field> initializers = new ArrayList<>();
    for (Field field : ProtobufReader.fields(model)) {
      if (field.number() == OnnxFields.MODEL_GRAPH) {
        for (Field part : field.message()) {
          if (part.number() == OnnxFields.GRAPH_NODE) {
            nodes.add(OnnxNode.of(part));
          } else if (part.number() == OnnxFields.GRAPH_INITIALIZER) {
            initializers.add(part);
          }
        }
      }
    }
    Field none = new Field(OnnxFields.GRAPH_NODE, true, 0, new byte[0]);
    List<String> outputs = List.copyOf(graph.outputs().keySet());
    nodes.add(new OnnxNode(none, "Sink", true, outputs, List.of("sink")));
    return PrefixDivision.of(nodes, new FixedTensors(initializers), numbers, codes, "sink");
  }

  /** IEEE 754 leaves open which of two zeros is the larger one. */
  private static float[] unsigned(float[] values) {
    float[] result = values.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] += 0f;
    }
    return result;
  }
}
