// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Span;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import io.nncreator.tck.reference.ReferenceInterpreter;
import io.nncreator.tck.reference.ReferenceTensor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Every operation gives in ONNX what it gives in the reference interpreter")
class OpWriterTest {
  private static final int ROWS = 4;

  private final Set<Class<?>> seen = new HashSet<>();

  @ParameterizedTest
  @EnumSource(UnaryKind.class)
  void unary(UnaryKind kind) throws OrtException {
    for (int members : new int[] {1, 3}) {
      for (boolean perMember : new boolean[] {false, true}) {
        GraphBuilder graph = new GraphBuilder();
        Value x = graph.input("x", rows(DType.F32, perMember, 3));
        Value wide = graph.input("wide", rows(DType.F64, perMember, 3));
        graph.output("narrow", number(graph, graph.unary(kind, x)));
        graph.output("result", number(graph, graph.unary(kind, wide)));
        check(graph, members);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(BinaryKind.class)
  void binary(BinaryKind kind) throws OrtException {
    boolean floating = kind == BinaryKind.DIV || kind == BinaryKind.POW;
    for (DType dtype : List.of(DType.F32, DType.F64, DType.I64)) {
      if (floating && !dtype.isFloating()) {
        continue;
      }
      GraphBuilder graph = new GraphBuilder();
      Value a = graph.input("a", rows(dtype, false, 3));
      Value b = graph.input("b", rows(dtype, true, 3));
      Value c = graph.input("c", new TensorType(dtype, Shape.of(1, 3), true));
      graph.output("wide", number(graph, graph.binary(kind, a, b)));
      graph.output("broadcast", number(graph, graph.binary(kind, a, c)));
      check(graph, 1);
      check(graph, 3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void choicesAndCasts(int members) throws OrtException {
    GraphBuilder graph = new GraphBuilder();
    Value a = graph.input("a", rows(DType.F32, false, 3));
    Value b = graph.input("b", rows(DType.F32, true, 3));
    Value less = graph.binary(BinaryKind.LESS, a, b);
    Value equal = graph.binary(BinaryKind.EQUAL, a, b);
    for (DType dtype : List.of(DType.F32, DType.F64, DType.I64)) {
      Value cast = graph.cast(a, dtype);
      Value back = graph.cast(graph.cast(cast, DType.BOOL), dtype);
      graph.output("where" + dtype, number(graph, graph.where(less, cast, back)));
    }
    graph.output("logic", number(graph, graph.where(less, equal, graph.cast(b, DType.BOOL))));
    check(graph, members);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void shapes(int members) throws OrtException {
    GraphBuilder graph = new GraphBuilder();
    Value shared = graph.input("shared", rows(DType.F32, false, 6));
    Value own = graph.input("own", rows(DType.F32, true, 6));
    Value weight = graph.parameter("weight", Shape.of(6, 2), new Initializer.Normal(1), true);
    for (Value x : List.of(shared, own)) {
      String name = x.equals(own) ? "own " : "shared ";
      Value table = graph.reshapeRows(x, 2, 3);
      for (ReduceKind kind : ReduceKind.values()) {
        graph.output(name + kind, graph.reduce(kind, x, -1));
        graph.output(name + kind + 2, graph.reduce(kind, table, -2));
      }
      graph.output(name + "softmax", graph.softmax(x));
      graph.output(name + "log softmax", graph.logSoftmax(x));
      graph.output(name + "slice", graph.slice(table, -2, 1, 1));
      graph.output(name + "matmul", graph.dropout(graph.matmul(x, weight), 0.5));
      graph.output(name + "flat", graph.reshapeRows(graph.slice(table, -1, 0, 2), 4));
    }
    Value joined = graph.concat(-1, List.of(shared, own, shared));
    graph.output("concat", joined);
    graph.output("mean", graph.memberMean(joined));
    graph.output("mean of dropped", graph.memberMean(graph.dropout(graph.softmax(own), 0.1)));
    graph.output("the input", shared);
    graph.output("the weight", weight);
    check(graph, members);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void codes(int members) throws OrtException {
    GraphBuilder graph = new GraphBuilder();
    Value table = graph.parameter("table", Shape.of(6, 2), new Initializer.Normal(1), true);
    Value fixed = graph.constant(Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 6, 1));
    for (boolean perMember : new boolean[] {false, true}) {
      Value index = graph.input("index" + perMember, rows(DType.I64, perMember, 1));
      Value code = graph.binary(BinaryKind.SUB, index, graph.scalarLike(index, 2));
      graph.output("learnt " + perMember, graph.embedding(table, index));
      graph.output("fixed " + perMember, graph.embedding(fixed, index));
      graph.output("one hot " + perMember, graph.oneHot(code, 3));
    }
    check(graph, members);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void images(int members) throws OrtException {
    GraphBuilder graph = new GraphBuilder();
    Initializer normal = new Initializer.Normal(1);
    Value own = graph.parameter("filters", Shape.of(4, 1, 2, 3), normal, true);
    Value whole = graph.parameter("whole", Shape.of(3, 2, 1, 2), normal, true);
    Value fixed = graph.constant(Tensor.of(new float[] {1, -2, 3, 4, 0.5f, 2}, 1, 2, 1, 3));
    Span rows = new Span(2, 1, 1, 2);
    Span columns = new Span(3, 2, 1, 1);
    for (boolean perMember : new boolean[] {false, true}) {
      Value x = graph.input("x" + perMember, rows(DType.F32, perMember, 40));
      Value image = graph.reshapeRows(x, 2, 4, 5);
      List<Value> results =
          List.of(
              graph.convolution(image, own, rows, columns, 2),
              graph.convolution(image, whole, Span.single(), new Span(2, 1, 0, 1), 1),
              graph.convolution(image, fixed, Span.single(), columns, 1),
              graph.pool(ReduceKind.MAX, image, new Span(2, 2, 1, 1), columns),
              graph.pool(ReduceKind.MEAN, image, new Span(2, 2, 1, 1), columns));
      for (Value result : results) {
        graph.output(perMember + " " + result.id(), result);
      }
    }
    check(graph, members);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void series(int members) throws OrtException {
    GraphBuilder graph = new GraphBuilder();
    Value weight = graph.parameter("weight", Shape.of(3, 2), new Initializer.Normal(1), true);
    Value table = graph.parameter("table", Shape.of(6, 2), new Initializer.Normal(1), true);
    Value fixed = graph.constant(Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2));
    for (boolean perMember : new boolean[] {false, true}) {
      Value steps =
          graph.reshapeRows(graph.input("x" + perMember, rows(DType.F32, perMember, 12)), 4, 3);
      Value codes =
          graph.reshapeRows(graph.input("codes" + perMember, rows(DType.I64, perMember, 4)), 4, 1);
      Value product = graph.matmul(steps, weight);
      graph.output(perMember + " learnt", product);
      graph.output(perMember + " fixed", graph.matmul(steps, fixed));
      graph.output(perMember + " deep", graph.matmul(graph.reshapeRows(steps, 2, 2, 3), weight));
      graph.output(perMember + " scores", graph.matmul(graph.transpose(steps, -2, -1), product));
      graph.output(perMember + " vectors", graph.embedding(table, codes));
    }
    check(graph, members);
  }

  @Test
  @DisplayName("No kind of operation is left out of these tests")
  void complete() throws OrtException {
    unary(UnaryKind.NEG);
    binary(BinaryKind.ADD);
    choicesAndCasts(1);
    shapes(1);
    codes(1);
    images(1);
    series(1);
    assertThat(seen).containsExactlyInAnyOrder(Op.class.getPermittedSubclasses());
  }

  private void check(GraphBuilder builder, int members) throws OrtException {
    Graph graph = builder.build();
    for (Node node : graph.nodes()) {
      seen.add(node.op().getClass());
    }
    SplittableRandom random = new SplittableRandom(members);
    Weights weights = Weights.initialize(graph.parameters(), random.longs(members).toArray());
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    graph
        .inputs()
        .forEach((name, value) -> inputs.put(name, tensor(value.type(), members, random)));
    Map<String, ReferenceTensor> expected = ReferenceInterpreter.run(graph, weights, inputs);
    Map<String, Object> fed = new LinkedHashMap<>();
    graph
        .inputs()
        .forEach(
            (name, value) ->
                fed.put(name, members == 1 ? single(inputs.get(name), value) : inputs.get(name)));
    Map<String, Object> outputs = OrtGraph.run(OnnxWriter.write(graph, weights, Map.of()), fed);
    expected.forEach(
        (name, tensor) ->
            assertThat((double[]) outputs.get(name))
                .as("%s of %s members", name, members)
                .usingComparatorWithPrecision(1e-5)
                .containsExactly(tensor.values()));
  }

  private static Tensor tensor(TensorType type, int members, SplittableRandom random) {
    long[] dims = type.shape().dims();
    if (type.shape().batched()) {
      dims[0] = ROWS;
    }
    if (type.perMember()) {
      long[] stacked = new long[dims.length + 1];
      stacked[0] = members;
      System.arraycopy(dims, 0, stacked, 1, dims.length);
      dims = stacked;
    }
    int size = (int) Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    // Positive, so that logarithms and powers are defined; codes are 1 to 5.
    double[] values = random.doubles(size, 0.2, 3).toArray();
    return switch (type.dtype()) {
      case F32 -> {
        float[] floats = new float[size];
        for (int i = 0; i < size; i++) {
          floats[i] = (float) values[i];
        }
        yield Tensor.of(floats, dims);
      }
      case F64 -> Tensor.of(values, dims);
      default -> Tensor.of(random.longs(size, 1, 6).toArray(), dims);
    };
  }

  private static Tensor single(Tensor tensor, Value value) {
    if (!value.type().perMember()) {
      return tensor;
    }
    long[] dims = Arrays.copyOfRange(tensor.dims(), 1, tensor.dims().length);
    return switch (tensor.dtype()) {
      case F32 -> Tensor.of(tensor.floats(), dims);
      case F64 -> Tensor.of(tensor.doubles(), dims);
      default -> Tensor.of(tensor.longs(), dims);
    };
  }

  private static Value number(GraphBuilder graph, Value x) {
    return graph.cast(x, DType.F32);
  }

  private static TensorType rows(DType dtype, boolean perMember, long width) {
    return new TensorType(dtype, Shape.rows(width), perMember);
  }
}
