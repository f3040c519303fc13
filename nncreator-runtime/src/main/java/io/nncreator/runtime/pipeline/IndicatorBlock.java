// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;
import java.util.Map;

/** Features that are 1 where a number is missing and 0 elsewhere. */
final class IndicatorBlock implements FeatureBlock {
  private final List<String> names;
  private final int[] columns;

  private IndicatorBlock(List<String> names, int[] columns) {
    this.names = names;
    this.columns = columns;
  }

  static IndicatorBlock of(FeaturePipeline pipeline) {
    Map<String, Integer> positions = pipeline.positions();
    List<String> columns =
        pipeline.ordered().stream()
            .filter(IndicatorBlock::indicated)
            .map(Encoding::column)
            .distinct()
            .toList();
    return new IndicatorBlock(
        columns.stream().map(column -> column + " is missing").toList(),
        columns.stream().mapToInt(positions::get).toArray());
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public List<Value> lower(GraphBuilder graph, RawValues raw) {
    return List.of(graph.cast(raw.missing(columns), DType.F32));
  }

  static boolean indicated(Encoding encoding) {
    return (encoding instanceof Encoding.ScaledNumber number && number.indicator())
        || (encoding instanceof Encoding.Flag flag && flag.indicator())
        || (encoding instanceof Encoding.DateParts time && time.indicator());
  }
}
