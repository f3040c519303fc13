// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class ReferenceInterpreterTest {
  private static final double NAN = Double.NaN;

  @Test
  void unaryFunctions() {
    assertThat(unary(UnaryKind.NEG, 2)).isEqualTo(-2);
    assertThat(unary(UnaryKind.ABS, -2)).isEqualTo(2);
    assertThat(unary(UnaryKind.EXP, 1)).isEqualTo(Math.E);
    assertThat(unary(UnaryKind.LOG, Math.E)).isEqualTo(1);
    assertThat(unary(UnaryKind.LOG, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(unary(UnaryKind.SQRT, 9)).isEqualTo(3);
    assertThat(unary(UnaryKind.RECIPROCAL, 4)).isEqualTo(0.25);
    assertThat(unary(UnaryKind.FLOOR, -1.5)).isEqualTo(-2);
    assertThat(unary(UnaryKind.SIN, Math.PI / 6)).isCloseTo(0.5, within(1e-15));
    assertThat(unary(UnaryKind.COS, Math.PI / 3)).isCloseTo(0.5, within(1e-15));
    assertThat(unary(UnaryKind.TANH, 0.5)).isCloseTo(0.46211715726000975, within(1e-15));
    assertThat(unary(UnaryKind.SIGMOID, 0)).isEqualTo(0.5);
    assertThat(unary(UnaryKind.RELU, -3)).isZero();
    assertThat(unary(UnaryKind.RELU, NAN)).isNaN();
    assertThat(unary(UnaryKind.SOFTPLUS, 0)).isCloseTo(Math.log(2), within(1e-15));
    assertThat(unary(UnaryKind.SOFTPLUS, 1000)).isEqualTo(1000);
    assertThat(unary(UnaryKind.SOFTPLUS, -1000)).isZero();
    assertThat(unary(UnaryKind.IS_NAN, NAN)).isEqualTo(1);
    assertThat(unary(UnaryKind.IS_NAN, 0)).isZero();
  }

  /** Values of Abramowitz and Stegun, table 7.1, and of erfc for the far ones. */
  @Test
  void errorFunctionIsExactTo1em13() {
    double[][] table = {
      {0, 0},
      {0.1, 0.1124629160182849},
      {0.5, 0.5204998778130465},
      {1, 0.8427007929497149},
      {1.5, 0.9661051464753108},
      {2, 0.9953222650189527},
      {3, 0.9999779095030014},
      {4, 0.9999999845827421},
      {5.9, 1 - 7.2e-17},
      {7, 1}
    };
    for (double[] entry : table) {
      assertThat(unary(UnaryKind.ERF, entry[0])).isCloseTo(entry[1], within(1e-13));
      assertThat(unary(UnaryKind.ERF, -entry[0])).isCloseTo(-entry[1], within(1e-13));
    }
    assertThat(unary(UnaryKind.ERF, NAN)).isNaN();
    assertThat(unary(UnaryKind.ERF, Double.POSITIVE_INFINITY)).isEqualTo(1);
  }

  @Test
  void binaryFunctions() {
    assertThat(binary(BinaryKind.ADD, 3, 2)).isEqualTo(5);
    assertThat(binary(BinaryKind.SUB, 3, 2)).isEqualTo(1);
    assertThat(binary(BinaryKind.MUL, 3, 2)).isEqualTo(6);
    assertThat(binary(BinaryKind.DIV, 3, 2)).isEqualTo(1.5);
    assertThat(binary(BinaryKind.MIN, 3, 2)).isEqualTo(2);
    assertThat(binary(BinaryKind.MAX, 3, 2)).isEqualTo(3);
    assertThat(binary(BinaryKind.MAX, 3, NAN)).isNaN();
    assertThat(binary(BinaryKind.POW, 3, 2)).isEqualTo(9);
    assertThat(binary(BinaryKind.LESS, 2, 3)).isEqualTo(1);
    assertThat(binary(BinaryKind.LESS, 3, 3)).isZero();
    assertThat(binary(BinaryKind.EQUAL, 3, 3)).isEqualTo(1);
    assertThat(binary(BinaryKind.EQUAL, NAN, NAN)).isZero();
  }

  @Test
  void sizeOneAxesRepeat() {
    double[] sum =
        run(
            (graph, x) ->
                graph.binary(
                    BinaryKind.ADD,
                    graph.reduce(ReduceKind.SUM, x, -1),
                    graph.constant(Tensor.of(new double[] {10, 20, 30}, 1, 3))),
            new double[][] {{1, 2}, {3, 4}});
    assertThat(sum).containsExactly(13, 23, 33, 17, 27, 37);
  }

  @Test
  void whereBroadcastsAllThreeOperands() {
    double[] chosen =
        run(
            (graph, x) ->
                graph.where(
                    graph.unary(UnaryKind.IS_NAN, graph.slice(x, -1, 0, 1)),
                    graph.constant(Tensor.of(new double[] {-1, -2}, 1, 2)),
                    x),
            new double[][] {{NAN, 5}, {6, NAN}});
    assertThat(chosen).containsExactly(-1, -2, 6, NAN);
  }

  @Test
  void casts() {
    assertThat(run((graph, x) -> graph.cast(x, DType.F32), new double[][] {{0.1}}))
        .containsExactly(0.1f);
    assertThat(run((graph, x) -> graph.cast(x, DType.I64), new double[][] {{-1.9, 1.9}}))
        .containsExactly(-1, 1);
    assertThat(run((graph, x) -> graph.cast(x, DType.BOOL), new double[][] {{0, 0.5}}))
        .containsExactly(0, 1);
  }

  @Test
  void constantsHoldWhatTheirTypeCan() {
    assertThat(
            run(
                (graph, x) -> graph.scalarLike(graph.cast(x, DType.F32), 0.1),
                new double[][] {{0}}))
        .containsExactly(0.1f);
    assertThat(run((graph, x) -> graph.scalarLike(x, 0.1), new double[][] {{0}}))
        .containsExactly(0.1);
  }

  @Test
  void reductions() {
    double[][] rows = {{1, 2, 6}, {-3, -1, -2}};
    assertThat(run((graph, x) -> graph.reduce(ReduceKind.SUM, x, -1), rows)).containsExactly(9, -6);
    assertThat(run((graph, x) -> graph.reduce(ReduceKind.MEAN, x, -1), rows))
        .containsExactly(3, -2);
    assertThat(run((graph, x) -> graph.reduce(ReduceKind.MAX, x, -1), rows)).containsExactly(6, -1);
  }

  @Test
  void softmaxIsStable() {
    double[][] rows = {{1000, 1000 + Math.log(3)}};
    assertThat(run((graph, x) -> graph.softmax(x), rows))
        .containsExactly(new double[] {0.25, 0.75}, within(1e-12));
    assertThat(run((graph, x) -> graph.logSoftmax(x), rows))
        .containsExactly(new double[] {Math.log(0.25), Math.log(0.75)}, within(1e-12));
  }

  @Test
  void reshapeSliceAndConcat() {
    double[][] rows = {{1, 2, 3, 4, 5, 6}, {7, 8, 9, 10, 11, 12}};
    double[] columns = run((graph, x) -> graph.slice(graph.reshapeRows(x, 2, 3), -1, 1, 2), rows);
    assertThat(columns).containsExactly(2, 3, 5, 6, 8, 9, 11, 12);
    double[] lines = run((graph, x) -> graph.slice(graph.reshapeRows(x, 2, 3), -2, 1, 1), rows);
    assertThat(lines).containsExactly(4, 5, 6, 10, 11, 12);
    double[] joined =
        run(
            (graph, x) ->
                graph.concat(-1, List.of(graph.slice(x, -1, 4, 2), graph.slice(x, -1, 0, 1))),
            rows);
    assertThat(joined).containsExactly(5, 6, 1, 11, 12, 7);
  }

  @Test
  void codesOutOfRangeAreAllZero() {
    double[] columns =
        run(
            (graph, x) -> graph.oneHot(graph.cast(x, DType.I64), 3),
            new double[][] {{0}, {2}, {3}, {-1}});
    assertThat(columns).containsExactly(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void embeddingLooksUpRowsAndRefusesIndicesOutOfRange() {
    BiFunction<GraphBuilder, Value, Value> lookUp =
        (graph, x) ->
            graph.embedding(
                graph.constant(Tensor.of(new float[] {1, 2, 3, 4}, 2, 2)),
                graph.cast(x, DType.I64));
    assertThat(run(lookUp, new double[][] {{1}, {0}, {1}})).containsExactly(3, 4, 1, 2, 3, 4);
    assertThatThrownBy(() -> run(lookUp, new double[][] {{2}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The index 2 is not in a table of 2 rows.");
  }

  @Test
  void dropoutDoesNothing() {
    assertThat(run((graph, x) -> graph.dropout(x, 0.9), new double[][] {{1, 2}}))
        .containsExactly(1, 2);
  }

  @Test
  void membersHaveTheirOwnParametersAndRows() {
    GraphBuilder builder = new GraphBuilder();
    Value x = builder.input("x", new TensorType(DType.F32, Shape.rows(2), true));
    Value weight = builder.parameter("w", Shape.of(2, 1), new Initializer.Fill(0), true);
    Value product = builder.matmul(x, weight);
    Graph graph =
        builder.output("product", product).output("mean", builder.memberMean(product)).build();
    Weights weights = new Weights(2, Map.of("w", Tensor.of(new float[] {1, 2, 10, 20}, 2, 2, 1)));

    Map<String, ReferenceTensor> outputs =
        ReferenceInterpreter.run(
            graph, weights, Map.of("x", Tensor.of(new float[] {1, 1, 1, 0, 2, 2, 0, 3}, 2, 2, 2)));

    ReferenceTensor perMember = outputs.get("product");
    assertThat(perMember.dims()).containsExactly(2, 2, 1);
    assertThat(perMember.perMember()).isTrue();
    assertThat(perMember.values()).containsExactly(3, 1, 60, 60);
    assertThat(perMember.member(1)).containsExactly(60, 60);
    assertThat(outputs.get("mean").dims()).containsExactly(2, 1);
    assertThat(outputs.get("mean").perMember()).isFalse();
    assertThat(outputs.get("mean").values()).containsExactly(31.5, 30.5);
  }

  @Test
  void sharedRowsMeetParametersPerMember() {
    GraphBuilder builder = new GraphBuilder();
    Value x = builder.input("x", new TensorType(DType.F32, Shape.rows(1), false));
    Value bias = builder.parameter("b", Shape.of(1, 1), new Initializer.Fill(0), false);
    Value sum = builder.binary(BinaryKind.ADD, x, bias);
    Graph graph = builder.output("y", builder.concat(-1, List.of(x, sum))).build();
    Weights weights = new Weights(2, Map.of("b", Tensor.of(new float[] {10, 20}, 2, 1, 1)));

    ReferenceTensor y =
        ReferenceInterpreter.run(graph, weights, Map.of("x", Tensor.of(new float[] {1, 2}, 2, 1)))
            .get("y");

    assertThat(y.dims()).containsExactly(2, 2, 2);
    assertThat(y.values()).containsExactly(1, 11, 2, 12, 1, 21, 2, 22);
  }

  @Test
  void noRowsGiveNoResults() {
    assertThat(run((graph, x) -> graph.softmax(x), new double[0][2])).isEmpty();
  }

  @Test
  void refusesMissingAndWrongInputs() {
    GraphBuilder builder = new GraphBuilder();
    Value x = builder.input("x", new TensorType(DType.F32, Shape.rows(2), false));
    Graph graph = builder.output("y", x).build();
    assertThatThrownBy(() -> ReferenceInterpreter.run(graph, null, Map.of()))
        .hasMessage("The input x must be F32[batch, 2], got null.");
    Map<String, Tensor> wide = Map.of("x", Tensor.of(new float[3], 1, 3));
    assertThatThrownBy(() -> ReferenceInterpreter.run(graph, null, wide))
        .hasMessage("Input[name=x] must give F32[batch, 2], got [1, 3].");
  }

  private static double unary(UnaryKind kind, double x) {
    return run((graph, value) -> graph.unary(kind, value), new double[][] {{x}})[0];
  }

  private static double binary(BinaryKind kind, double a, double b) {
    return run(
        (graph, x) -> graph.binary(kind, graph.slice(x, -1, 0, 1), graph.slice(x, -1, 1, 1)),
        new double[][] {{a, b}})[0];
  }

  private static double[] run(BiFunction<GraphBuilder, Value, Value> program, double[][] rows) {
    int columns = rows.length == 0 ? 2 : rows[0].length;
    double[] flat = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * columns, columns);
    }
    GraphBuilder builder = new GraphBuilder();
    Value x = builder.input("x", new TensorType(DType.F64, Shape.rows(columns), false));
    Graph graph = builder.output("y", program.apply(builder, x)).build();
    return ReferenceInterpreter.run(graph, null, Map.of("x", Tensor.of(flat, rows.length, columns)))
        .get("y")
        .values();
  }
}
