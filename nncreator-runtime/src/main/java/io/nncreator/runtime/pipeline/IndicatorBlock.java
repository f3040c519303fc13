// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Value;
import java.util.List;

/** Features that are 1 where a number is missing and 0 elsewhere. */
final class IndicatorBlock implements FeatureBlock {
  private final List<String> names;
  private final int[] columns;

  private IndicatorBlock(List<String> names, int[] columns) {
    this.names = names;
    this.columns = columns;
  }

  static IndicatorBlock of(FeaturePipeline pipeline) {
    List<String> columns =
        pipeline.encodings().stream()
            .filter(IndicatorBlock::indicated)
            .map(Encoding::column)
            .toList();
    return new IndicatorBlock(
        columns.stream().map(column -> column + " is missing").toList(),
        columns.stream().mapToInt(pipeline::numberIndex).toArray());
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public List<Value> lower(GraphBuilder graph, RawValues raw) {
    Value missing = graph.unary(UnaryKind.IS_NAN, raw.numbers(columns));
    return List.of(graph.cast(missing, DType.F32));
  }

  private static boolean indicated(Encoding encoding) {
    return (encoding instanceof Encoding.ScaledNumber number && number.indicator())
        || (encoding instanceof Encoding.Flag flag && flag.indicator())
        || (encoding instanceof Encoding.DateParts time && time.indicator());
  }
}
