// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Op.UnaryKind;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {
  private final GraphBuilder graph = new GraphBuilder();
  private final Value x = input("x", DType.F32, Shape.rows(3));
  private final Value doubles = input("doubles", DType.F64, Shape.rows(3));
  private final Value codes = input("codes", DType.I64, Shape.rows(1));
  private final Value truth = graph.unary(UnaryKind.IS_NAN, x);
  private final Value weight =
      graph.parameter("weight", Shape.of(3, 5), new Initializer.Fill(0), true);

  @Test
  void typesElementWiseOperations() {
    assertThat(graph.unary(UnaryKind.EXP, doubles).type()).hasToString("F64[batch, 3]");
    assertThat(truth.type()).hasToString("BOOL[batch, 3]");
    assertThat(graph.binary(BinaryKind.ADD, x, graph.scalarLike(x, 1)).type())
        .hasToString("F32[batch, 3]");
    assertThat(graph.binary(BinaryKind.LESS, codes, graph.scalarLike(codes, 1)).type())
        .hasToString("BOOL[batch, 1]");
    assertThat(graph.cast(truth, DType.F32).type()).hasToString("F32[batch, 3]");
    assertThat(graph.cast(x, DType.F32)).isEqualTo(x);
    Value row = graph.constant(Tensor.of(new float[3], 1, 3));
    assertThat(graph.where(truth, row, graph.scalarLike(x, 0)).type()).hasToString("F32[batch, 3]");
  }

  @Test
  void broadcastsOnlyAxesOfSizeOne() {
    Value column = graph.reduce(ReduceKind.SUM, x, -1);
    Value row = graph.constant(Tensor.of(new float[4], 1, 4));
    assertThat(graph.binary(BinaryKind.MUL, column, row).type()).hasToString("F32[batch, 4]");
    Value bias = graph.parameter("bias", Shape.of(1, 3), new Initializer.Fill(0), false);
    assertThat(graph.binary(BinaryKind.ADD, bias, x).type())
        .hasToString("F32[batch, 3] per member");
    refuses(
        () -> graph.binary(BinaryKind.ADD, x, row),
        "ADD needs operands of equal rank whose axes are equal or 1,"
            + " got [batch, 3] and [1, 4].");
    refuses(
        () -> graph.binary(BinaryKind.ADD, x, graph.constant(Tensor.of(new float[3], 3))),
        "ADD needs operands of equal rank whose axes are equal or 1, got [batch, 3] and [3].");
    refuses(
        () -> graph.binary(BinaryKind.ADD, x, graph.constant(Tensor.of(new float[15], 5, 3))),
        "ADD needs operands of equal rank whose axes are equal or 1,"
            + " got [batch, 3] and [5, 3].");
  }

  @Test
  void typesRowOperations() {
    assertThat(graph.matmul(x, weight).type()).hasToString("F32[batch, 5] per member");
    assertThat(graph.embedding(weight, codes).type()).hasToString("F32[batch, 5] per member");
    assertThat(graph.oneHot(codes, 7).type()).hasToString("F32[batch, 7]");
    assertThat(graph.reduce(ReduceKind.MAX, x, -1).type()).hasToString("F32[batch, 1]");
    assertThat(graph.softmax(doubles).type()).hasToString("F64[batch, 3]");
    assertThat(graph.logSoftmax(x).type()).hasToString("F32[batch, 3]");
    assertThat(graph.reshapeRows(x, 3, 1).type()).hasToString("F32[batch, 3, 1]");
    assertThat(graph.concat(-1, List.of(x, x, graph.slice(x, -1, 1, 2))).type())
        .hasToString("F32[batch, 8]");
    assertThat(graph.concat(-1, List.of(x))).isEqualTo(x);
    assertThat(graph.memberMean(graph.matmul(x, weight)).type()).hasToString("F32[batch, 5]");
    assertThat(graph.dropout(x, 0.5).type()).isEqualTo(x.type());
    assertThat(graph.dropout(x, 0)).isEqualTo(x);
  }

  @Test
  void aScalarHasTheOperandsTypeAndRank() {
    assertThat(graph.scalarLike(weight, 1).type()).hasToString("F32[1, 1]");
    assertThat(graph.scalarLike(codes, 1).type()).hasToString("I64[1, 1]");
    assertThat(graph.scalarLike(doubles, 1).type()).hasToString("F64[1, 1]");
    refuses(() -> graph.scalarLike(truth, 1), "There is no constant of type BOOL.");
  }

  @Test
  void refusesWrongElementTypes() {
    refuses(
        () -> graph.unary(UnaryKind.EXP, codes),
        "EXP needs a floating operand, got I64[batch, 1].");
    refuses(
        () -> graph.binary(BinaryKind.ADD, x, doubles),
        "ADD needs operands of one element type, got F32[batch, 3] and F64[batch, 3].");
    refuses(
        () -> graph.binary(BinaryKind.ADD, truth, truth),
        "ADD needs numeric operands, got BOOL[batch, 3] and BOOL[batch, 3].");
    refuses(
        () -> graph.binary(BinaryKind.DIV, codes, codes),
        "DIV needs floating operands, got I64[batch, 1] and I64[batch, 1].");
    refuses(
        () -> graph.binary(BinaryKind.POW, codes, codes),
        "POW needs floating operands, got I64[batch, 1] and I64[batch, 1].");
    refuses(() -> graph.where(x, x, x), "WHERE needs a BOOL condition, got F32[batch, 3].");
    refuses(
        () -> graph.where(truth, x, doubles),
        "WHERE needs branches of one element type, got F32[batch, 3] and F64[batch, 3].");
    refuses(
        () -> graph.matmul(doubles, weight),
        "MATMUL needs F32 operands, got F64[batch, 3] and F32[3, 5] per member.");
    refuses(
        () -> graph.reduce(ReduceKind.MEAN, codes, -1),
        "MEAN needs a floating operand, got I64[batch, 1].");
    refuses(() -> graph.softmax(codes), "SOFTMAX needs a floating operand, got I64[batch, 1].");
    refuses(
        () -> graph.logSoftmax(codes), "LOG_SOFTMAX needs a floating operand, got I64[batch, 1].");
    refuses(
        () -> graph.dropout(codes, 0.5), "DROPOUT needs a floating operand, got I64[batch, 1].");
    refuses(() -> graph.oneHot(x, 3), "ONE_HOT needs I64 codes [batch, 1], got F32[batch, 3].");
    refuses(
        () -> graph.embedding(weight, x),
        "EMBEDDING needs an F32 table [v, d] and I64 indices [batch, .., 1],"
            + " got F32[3, 5] per member and F32[batch, 3].");
  }

  @Test
  void refusesWrongShapesAndSettings() {
    refuses(
        () -> graph.matmul(graph.matmul(x, weight), weight),
        "MATMUL needs equal inner sizes,"
            + " got F32[batch, 5] per member and F32[3, 5] per member.");
    refuses(
        () -> graph.matmul(x, x),
        "MATMUL needs rows and a matrix without a batch axis, or rows of matrices in equal number,"
            + " got F32[batch, 3] and F32[batch, 3].");
    refuses(
        () -> graph.reduce(ReduceKind.SUM, x, -2),
        "SUM needs a negative axis within a row, not -2, got F32[batch, 3].");
    refuses(
        () -> graph.reduce(ReduceKind.SUM, x, 1),
        "SUM needs a negative axis within a row, not 1, got F32[batch, 3].");
    refuses(
        () -> graph.reshapeRows(x, 2),
        "RESHAPE needs rows with as many elements as [batch, 2], got F32[batch, 3].");
    refuses(
        () -> graph.reshapeRows(weight, 15),
        "RESHAPE needs rows with as many elements as [batch, 15], got F32[3, 5] per member.");
    refuses(() -> graph.concat(-1, List.of()), "CONCAT needs at least one operand.");
    refuses(
        () -> graph.concat(-1, List.of(x, doubles)),
        "CONCAT needs operands that differ only in axis -1,"
            + " got F32[batch, 3] and F64[batch, 3].");
    refuses(
        () -> graph.slice(x, -1, 2, 2),
        "SLICE needs a range within axis -1, not 2 + 2, got F32[batch, 3].");
    refuses(
        () -> graph.slice(x, -1, 1, Long.MAX_VALUE),
        "SLICE needs a range within axis -1, not 1 + 9223372036854775807, got F32[batch, 3].");
    refuses(
        () -> graph.slice(x, -1, -1, 1),
        "SLICE needs a range within axis -1, not -1 + 1, got F32[batch, 3].");
    refuses(
        () -> graph.dropout(x, 1), "DROPOUT needs a rate in [0, 1), not 1.0, got F32[batch, 3].");
    refuses(
        () -> graph.dropout(x, Double.NaN),
        "DROPOUT needs a rate in [0, 1), not NaN, got F32[batch, 3].");
    refuses(
        () -> graph.memberMean(x),
        "MEMBER_MEAN needs a floating value per member, got F32[batch, 3].");
    refuses(() -> graph.oneHot(codes, 0), "The dimension 1 (0) of a shape must be at least 1.");
  }

  @Test
  void parametersAreNamedByScope() {
    Value inner =
        graph.inScope(
            "a",
            () ->
                graph.inScope(
                    "b",
                    () -> graph.parameter("w", Shape.of(1, 2), new Initializer.Fill(1), false)));
    Graph built = graph.output("y", inner).build();
    assertThat(built.parameters())
        .extracting(ParameterSpec::name)
        .containsExactly("weight", "a.b.w");
  }

  @Test
  void aScopeClosesAfterAFailure() {
    refuses(() -> graph.inScope("a", () -> graph.matmul(x, x)), null);
    graph.parameter("after", Shape.of(1, 1), new Initializer.Fill(1), false);
    assertThat(graph.build().parameters())
        .extracting(ParameterSpec::name)
        .containsExactly("weight", "after");
  }

  @Test
  void oneNameIsOneParameter() {
    assertThat(graph.parameter("weight", Shape.of(3, 5), new Initializer.Fill(0), true))
        .isEqualTo(weight);
    assertThat(graph.build().parameters()).hasSize(1);
    refuses(
        () -> graph.parameter("weight", Shape.of(3, 6), new Initializer.Fill(0), true),
        "The parameter weight is already there as ParameterSpec[name=weight, shape=[3, 5],"
            + " initializer=Fill[value=0.0], decayed=true, group=ParameterGroup[rate=1.0, decay=1.0]], got ParameterSpec[name=weight,"
            + " shape=[3, 6], initializer=Fill[value=0.0], decayed=true, group=ParameterGroup[rate=1.0, decay=1.0]].");
  }

  @Test
  void inputsAndOutputsHaveNamesOfTheirOwn() {
    refuses(() -> input("x", DType.F32, Shape.rows(3)), "The graph has two inputs named (x).");
    graph.output("y", x);
    refuses(() -> graph.output("y", weight), "The graph has two outputs named (y).");
  }

  @Test
  void refusesValuesOfAnotherGraph() {
    GraphBuilder other = new GraphBuilder();
    Value foreign = other.input("z", new TensorType(DType.F32, Shape.rows(2), false));
    refuses(
        () -> graph.unary(UnaryKind.EXP, foreign),
        "The operand Value[id=0, type=F32[batch, 2]] is of another graph.");
    refuses(() -> graph.output("y", foreign), null);
  }

  @Test
  void aGraphListsWhatAnOutputNeeds() {
    Value product = graph.matmul(x, weight);
    Graph built = graph.output("product", product).output("codes", codes).build();
    assertThat(built.nodesFor("product"))
        .extracting(Node::output)
        .containsExactly(x, weight, product);
    assertThat(built.nodesFor("codes")).extracting(Node::output).containsExactly(codes);
    assertThat(built.inputs().keySet()).containsExactly("x", "doubles", "codes");
    assertThat(built.output("product")).isEqualTo(product);
    refuses(
        () -> built.output("z"), "The graph has no output (z). Its outputs are [product, codes].");
  }

  @Test
  void typesImagesAndSeries() {
    Value image = input("image", DType.F32, Shape.rows(2, 5, 6));
    Value filters = graph.parameter("filters", Shape.of(4, 1, 2, 3), new Initializer.Fill(0), true);
    Span rows = new Span(2, 1, 0, 2);
    Span columns = new Span(3, 2, 1, 1);
    assertThat(graph.convolution(image, filters, rows, columns, 2).type())
        .hasToString("F32[batch, 4, 3, 3] per member");
    assertThat(graph.pool(ReduceKind.MAX, image, columns, columns).type())
        .hasToString("F32[batch, 2, 3, 3]");
    assertThat(graph.transpose(image, -3, -1).type()).hasToString("F32[batch, 6, 5, 2]");
    Value series = graph.reshapeRows(image, 20, 3);
    assertThat(graph.matmul(series, weight).type()).hasToString("F32[batch, 20, 5] per member");
    assertThat(graph.matmul(series, graph.transpose(series, -2, -1)).type())
        .hasToString("F32[batch, 20, 20]");
    Value tokens = input("tokens", DType.I64, Shape.rows(7, 1));
    assertThat(graph.embedding(weight, tokens).type()).hasToString("F32[batch, 7, 5] per member");
    refuses(
        () -> graph.convolution(image, filters, rows, columns, 1),
        "CONVOLUTION needs filters of 2 x 3 over 1 of 1 equal groups of channels,"
            + " got F32[batch, 2, 5, 6] and F32[4, 1, 2, 3] per member.");
    refuses(
        () -> graph.convolution(series, filters, rows, columns, 1),
        "CONVOLUTION needs F32 images [batch, c, h, w] and filters without a batch axis,"
            + " got F32[batch, 20, 3] and F32[4, 1, 2, 3] per member.");
    refuses(
        () -> graph.pool(ReduceKind.SUM, image, columns, columns),
        "POOL needs MAX or MEAN, not SUM, got F32[batch, 2, 5, 6].");
    refuses(
        () -> graph.pool(ReduceKind.MAX, image, rows, columns),
        "POOL needs a padding of at most half the window and no dilation,"
            + " not Span[size=2, stride=1, padding=0, dilation=2], got F32[batch, 2, 5, 6].");
    refuses(
        () -> graph.matmul(series, series),
        "MATMUL needs equal inner sizes, got F32[batch, 20, 3] and F32[batch, 20, 3].");
    refuses(
        () -> new Span(0, 1, 0, 1),
        "A window needs size, stride and dilation of at least 1 and no negative padding,"
            + " got (0, 1, 1 and 0).");
    assertThat(new Span(1, 3, 0, 1).positions(7)).isEqualTo(3);
    assertThat(new Span(4, 1, 0, 1).positions(3)).isZero();
  }

  private Value input(String name, DType dtype, Shape shape) {
    return graph.input(name, new TensorType(dtype, shape, false));
  }

  private static void refuses(ThrowingCallable call, String message) {
    var assertion = assertThatIllegalArgumentException().isThrownBy(call);
    if (message != null) {
      assertion.withMessage(message);
    }
  }
}
