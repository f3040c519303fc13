// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import io.nncreator.runtime.pipeline.Encoding.OneHotCategory;
import java.util.ArrayList;
import java.util.List;

/** Features that are 1 where a category has a level and 0 elsewhere. */
final class OneHotBlock implements FeatureBlock {
  private final List<OneHotCategory> categories;
  private final int[] columns;

  private OneHotBlock(List<OneHotCategory> categories, int[] columns) {
    this.categories = categories;
    this.columns = columns;
  }

  static OneHotBlock of(FeaturePipeline pipeline) {
    List<OneHotCategory> categories =
        pipeline.ordered().stream()
            .filter(OneHotCategory.class::isInstance)
            .map(OneHotCategory.class::cast)
            .toList();
    return new OneHotBlock(categories, pipeline.positions(categories));
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (OneHotCategory category : categories) {
      category.levels().forEach(level -> names.add(category.column() + " = " + level));
      if (category.missingLevel()) {
        names.add(category.column() + " is missing");
      }
    }
    return names;
  }

  @Override
  public List<Value> lower(GraphBuilder graph, RawValues raw) {
    List<Value> hits = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      long[] codes = codes(categories.get(i));
      hits.add(
          graph.binary(
              BinaryKind.EQUAL,
              raw.codes(new int[] {columns[i]}),
              graph.constant(Tensor.of(codes, 1, codes.length))));
    }
    return List.of(graph.cast(graph.concat(-1, hits), DType.F32));
  }

  private static long[] codes(OneHotCategory category) {
    int levels = category.levels().size();
    long[] codes = new long[levels + (category.missingLevel() ? 1 : 0)];
    for (int i = 0; i < levels; i++) {
      codes[i] = Encoding.FIRST_LEVEL_CODE + i;
    }
    if (category.missingLevel()) {
      codes[levels] = Encoding.MISSING_CODE;
    }
    return codes;
  }
}
