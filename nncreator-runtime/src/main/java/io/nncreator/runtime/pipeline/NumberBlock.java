// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import io.nncreator.runtime.pipeline.Encoding.DateParts;
import io.nncreator.runtime.pipeline.Encoding.Flag;
import io.nncreator.runtime.pipeline.Encoding.ScaledNumber;
import java.util.ArrayList;
import java.util.List;

/** Scaled numbers, flags and linear times: all one affine map with its own constants per column. */
final class NumberBlock implements FeatureBlock {
  private final List<ScaledNumber> numbers;
  private final int[] columns;

  private NumberBlock(List<ScaledNumber> numbers, int[] columns) {
    this.numbers = numbers;
    this.columns = columns;
  }

  static NumberBlock of(FeaturePipeline pipeline) {
    List<ScaledNumber> numbers = new ArrayList<>();
    for (Encoding encoding : pipeline.ordered()) {
      if (encoding instanceof ScaledNumber number) {
        numbers.add(number);
      } else if (encoding instanceof Flag flag) {
        // (x - 0.5) / 0.5 maps 1, 0 and a fill of 0.5 to +1, -1 and 0.
        numbers.add(new ScaledNumber(flag.column(), 0.5, 0.5, 0.5, false, 0));
      } else if (encoding instanceof DateParts time) {
        numbers.add(
            new ScaledNumber(time.column(), time.fill(), time.center(), time.scale(), false, 0));
      }
    }
    return new NumberBlock(numbers, pipeline.positions(numbers));
  }

  @Override
  public List<String> names() {
    return numbers.stream().map(ScaledNumber::column).toList();
  }

  @Override
  public List<Value> lower(GraphBuilder graph, RawValues raw) {
    Value x = raw.numbers(columns);
    Value fill = row(graph, numbers.stream().mapToDouble(ScaledNumber::fill).toArray());
    Value center = row(graph, numbers.stream().mapToDouble(ScaledNumber::center).toArray());
    Value scale = row(graph, numbers.stream().mapToDouble(ScaledNumber::scale).toArray());
    Value known = graph.where(raw.missing(columns), fill, x);
    Value z = graph.binary(BinaryKind.DIV, graph.binary(BinaryKind.SUB, known, center), scale);
    // The bound keeps huge and infinite numbers, which pass 32 bits, from becoming NaN below.
    Value above = graph.binary(BinaryKind.MAX, z, graph.scalarLike(z, -Encoding.BOUND));
    Value bounded = graph.binary(BinaryKind.MIN, above, graph.scalarLike(z, Encoding.BOUND));
    return List.of(squash(graph, graph.cast(bounded, DType.F32)));
  }

  private Value squash(GraphBuilder graph, Value z) {
    if (numbers.stream().allMatch(number -> number.clip() == 0)) {
      return z;
    }
    float[] inverse = new float[numbers.size()];
    for (int i = 0; i < inverse.length; i++) {
      double clip = numbers.get(i).clip();
      inverse[i] = clip == 0 ? 0 : (float) (1 / clip);
    }
    Value ratio =
        graph.binary(BinaryKind.MUL, z, graph.constant(Tensor.of(inverse, 1, inverse.length)));
    Value square = graph.binary(BinaryKind.MUL, ratio, ratio);
    Value length =
        graph.unary(
            UnaryKind.SQRT, graph.binary(BinaryKind.ADD, square, graph.scalarLike(square, 1)));
    return graph.binary(BinaryKind.DIV, z, length);
  }

  private static Value row(GraphBuilder graph, double[] values) {
    return graph.constant(Tensor.of(values, 1, values.length));
  }
}
