// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.runtime.pipeline.Encoding.EmbeddedCategory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How raw rows become features: immutable data, lowered to one op graph that training, prediction
 * and every export run.
 *
 * <p>The numeric features stand in this order, each group in the order of the encodings:
 *
 * <ol>
 *   <li>scaled numbers, flags and linear times;
 *   <li>missing indicators;
 *   <li>sines, then cosines, of the cycles of points in time;
 *   <li>one-hot levels.
 * </ol>
 *
 * <p>The codes of embedded categories stand in the order of the encodings.
 *
 * @param columns the raw columns, each used by at least one encoding, with different names
 * @param encodings at least one; a category has exactly one, a number may have several
 */
public record FeaturePipeline(List<RawColumn> columns, List<Encoding> encodings) {
  /** Name of the input of raw numbers, {@code F64 [batch, number columns]}. */
  public static final String NUMBERS = "numbers";

  /** Name of the input of raw category codes, {@code I64 [batch, category columns]}. */
  public static final String CODES = "codes";

  /**
   * Checks that columns and encodings fit each other.
   *
   * @throws IllegalArgumentException stating the column and the rule
   */
  public FeaturePipeline {
    columns = List.copyOf(columns);
    encodings = List.copyOf(encodings);
    PipelineRules.check(columns, encodings);
  }

  /** Returns what comes out for each row. */
  public FeatureLayout layout() {
    List<Integer> cardinalities = new ArrayList<>();
    embedded().forEach(category -> cardinalities.add(category.cardinality()));
    return new FeatureLayout(featureNames().size(), cardinalities);
  }

  /** Returns the names of the numeric features in order. */
  public List<String> featureNames() {
    List<String> names = new ArrayList<>();
    blocks().forEach(block -> names.addAll(block.names()));
    return List.copyOf(names);
  }

  /** Returns the columns that are fed as 64-bit floats, in order. */
  public List<RawColumn> numberColumns() {
    return columns.stream().filter(column -> column.type().isNumeric()).toList();
  }

  /** Returns the columns that are fed as texts, in order. */
  public List<RawColumn> categoryColumns() {
    return columns.stream().filter(column -> !column.type().isNumeric()).toList();
  }

  /** Returns the codes of a category column's texts. */
  public Vocabulary vocabulary(String column) {
    for (Encoding encoding : encodings) {
      if (encoding.column().equals(column)) {
        if (encoding instanceof Encoding.OneHotCategory category) {
          return new Vocabulary(category.levels());
        }
        if (encoding instanceof EmbeddedCategory category) {
          return new Vocabulary(category.levels());
        }
      }
    }
    throw new IllegalArgumentException("The column (" + column + ") is not a category.");
  }

  /** Declares the inputs {@link #NUMBERS} and {@link #CODES}, where needed, and writes the rest. */
  public Features lower(GraphBuilder graph) {
    int numbers = numberColumns().size();
    int codes = categoryColumns().size();
    return lower(
        graph,
        numbers == 0 ? null : graph.input(NUMBERS, rows(DType.F64, numbers)),
        codes == 0 ? null : graph.input(CODES, rows(DType.I64, codes)));
  }

  /**
   * Writes the features of raw values that are already in the graph.
   *
   * @param numbers {@code F64 [batch, number columns]}, null when there are none
   * @param codes {@code I64 [batch, category columns]}, null when there are none; as {@link
   *     Vocabulary} gives them
   */
  public Features lower(GraphBuilder graph, @Nullable Value numbers, @Nullable Value codes) {
    RawValues raw = new RawValues(graph, numbers, codes);
    List<Value> numeric = new ArrayList<>();
    blocks().forEach(block -> numeric.addAll(block.lower(graph, raw)));
    int[] embedded =
        embedded().stream().mapToInt(category -> codeIndex(category.column())).toArray();
    return new Features(
        numeric.isEmpty() ? null : graph.concat(-1, numeric),
        embedded.length == 0 ? null : raw.codes(embedded));
  }

  private List<FeatureBlock> blocks() {
    List<FeatureBlock> blocks = new ArrayList<>();
    blocks.add(NumberBlock.of(this));
    blocks.add(IndicatorBlock.of(this));
    blocks.add(CycleBlock.of(this));
    blocks.add(OneHotBlock.of(this));
    blocks.removeIf(block -> block.names().isEmpty());
    return blocks;
  }

  private List<EmbeddedCategory> embedded() {
    return encodings.stream()
        .filter(EmbeddedCategory.class::isInstance)
        .map(EmbeddedCategory.class::cast)
        .toList();
  }

  /** Returns where a column stands among the number columns. */
  int numberIndex(String column) {
    return indexIn(numberColumns(), column);
  }

  /** Returns where a column stands among the category columns. */
  int codeIndex(String column) {
    return indexIn(categoryColumns(), column);
  }

  private static int indexIn(List<RawColumn> columns, String name) {
    return columns.stream().map(RawColumn::name).toList().indexOf(name);
  }

  private static TensorType rows(DType dtype, int width) {
    return new TensorType(dtype, Shape.rows(width), false);
  }
}
