// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Value;
import io.nncreator.runtime.pipeline.Encoding.TextWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Features that are 1 where a text has a word and 0 elsewhere. */
final class WordBlock implements FeatureBlock {
  private final List<TextWords> texts;
  private final int[] columns;

  private WordBlock(List<TextWords> texts, int[] columns) {
    this.texts = texts;
    this.columns = columns;
  }

  static WordBlock of(FeaturePipeline pipeline) {
    List<TextWords> texts =
        pipeline.ordered().stream()
            .filter(TextWords.class::isInstance)
            .map(TextWords.class::cast)
            .toList();
    int[] firsts = pipeline.positions(texts);
    int[] columns =
        IntStream.range(0, firsts.length)
            .flatMap(
                text ->
                    IntStream.range(firsts[text], firsts[text] + texts.get(text).words().size()))
            .toArray();
    return new WordBlock(texts, columns);
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (TextWords text : texts) {
      text.words().forEach(word -> names.add(text.column() + " has " + word.name()));
    }
    return names;
  }

  @Override
  public List<Value> lower(GraphBuilder graph, RawValues raw) {
    Value counts = raw.codes(columns);
    Value present = graph.binary(BinaryKind.MIN, counts, graph.scalarLike(counts, 1));
    return List.of(graph.cast(present, DType.F32));
  }
}
