// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.runtime.pipeline.Encoding.EmbeddedCategory;
import io.nncreator.runtime.pipeline.Encoding.TextWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How raw rows become features: immutable data, lowered to one op graph that training, prediction
 * and every export run.
 *
 * <p>The numeric features stand in this order:
 *
 * <ol>
 *   <li>scaled numbers, flags and linear times, in the order of {@link #numberColumns};
 *   <li>missing indicators, in the same order;
 *   <li>sines, then cosines, of the cycles of points in time, in the same order;
 *   <li>one-hot levels, in the order of {@link #categoryColumns};
 *   <li>words of texts, in the same order.
 * </ol>
 *
 * <p>The codes of embedded categories stand in the order of {@link #categoryColumns}.
 *
 * @param columns the raw columns, each used by at least one encoding, with different names
 * @param encodings at least one; a category has exactly one, a number may have several
 */
public record FeaturePipeline(List<RawColumn> columns, List<Encoding> encodings) {
  /** Name of the input of raw numbers, {@code F64 [batch, number columns]}. */
  public static final String NUMBERS = "numbers";

  /** Name of the input of the codes of texts, {@code I64 [batch, code width]}. */
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

  /**
   * Returns the columns that are fed as 64-bit floats: those with a missing indicator first, so
   * that few cuts pick them out, else in the order of the columns.
   */
  public List<RawColumn> numberColumns() {
    Set<String> indicated = names(IndicatorBlock::indicated);
    return columns.stream()
        .filter(column -> column.type().isNumeric())
        .sorted(Comparator.comparing(column -> !indicated.contains(column.name())))
        .toList();
  }

  /**
   * Returns the columns that are fed as texts: one-hot encoded ones first, then those whose words
   * are looked for, then embedded ones, else in the order of the columns.
   */
  public List<RawColumn> categoryColumns() {
    Set<String> embedded = names(EmbeddedCategory.class::isInstance);
    Set<String> words = names(TextWords.class::isInstance);
    return columns.stream()
        .filter(column -> !column.type().isNumeric())
        .sorted(
            Comparator.comparing((RawColumn column) -> embedded.contains(column.name()))
                .thenComparing(column -> words.contains(column.name())))
        .toList();
  }

  /** Returns how many codes a row has. */
  public int codeWidth() {
    return textCodes().stream().mapToInt(TextCodes::width).sum();
  }

  /** Returns what the texts of each of the {@link #categoryColumns} become. */
  public List<TextCodes> textCodes() {
    return categoryColumns().stream().map(column -> textCodes(column.name())).toList();
  }

  /** Returns the codes of a column's texts. */
  public TextCodes textCodes(String column) {
    for (Encoding encoding : encodings) {
      if (encoding.column().equals(column)) {
        if (encoding instanceof Encoding.OneHotCategory category) {
          return new Vocabulary(category.levels());
        }
        if (encoding instanceof EmbeddedCategory category) {
          return new Vocabulary(category.levels());
        }
        if (encoding instanceof TextWords text) {
          return new WordCounts(text.words());
        }
      }
    }
    throw new IllegalArgumentException("The column (" + column + ") holds no texts.");
  }

  /** Declares the inputs {@link #NUMBERS} and {@link #CODES}, where needed, and writes the rest. */
  public Features lower(GraphBuilder graph) {
    int numbers = numberColumns().size();
    int codes = codeWidth();
    return lower(
        graph,
        numbers == 0 ? null : graph.input(NUMBERS, rows(DType.F64, numbers)),
        codes == 0 ? null : graph.input(CODES, rows(DType.I64, codes)));
  }

  /**
   * Writes the features of raw values that are already in the graph.
   *
   * @param numbers {@code F64 [batch, number columns]}, null when there are none
   * @param codes {@code I64 [batch, code width]}, null when there are none; as {@link TextCodes}
   *     writes them
   */
  public Features lower(GraphBuilder graph, @Nullable Value numbers, @Nullable Value codes) {
    RawValues raw = new RawValues(graph, numbers, codes);
    List<Value> numeric = new ArrayList<>();
    blocks().forEach(block -> numeric.addAll(block.lower(graph, raw)));
    int[] embedded = positions(embedded());
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
    blocks.add(WordBlock.of(this));
    blocks.removeIf(block -> block.names().isEmpty());
    return blocks;
  }

  private List<EmbeddedCategory> embedded() {
    return ordered().stream()
        .filter(EmbeddedCategory.class::isInstance)
        .map(EmbeddedCategory.class::cast)
        .toList();
  }

  /** Returns the encodings in the order of their columns in the raw matrices: that of features. */
  public List<Encoding> ordered() {
    Map<String, Integer> positions = positions();
    return encodings.stream()
        .sorted(Comparator.comparing(encoding -> positions.get(encoding.column())))
        .toList();
  }

  /** Returns where each column begins in its raw matrix. */
  Map<String, Integer> positions() {
    Map<String, Integer> positions = new HashMap<>();
    int next = 0;
    for (RawColumn column : numberColumns()) {
      positions.put(column.name(), next++);
    }
    next = 0;
    for (RawColumn column : categoryColumns()) {
      positions.put(column.name(), next);
      next += textCodes(column.name()).width();
    }
    return positions;
  }

  /** Returns where the columns of encodings begin in their raw matrix. */
  int[] positions(List<? extends Encoding> chosen) {
    Map<String, Integer> positions = positions();
    return chosen.stream().mapToInt(encoding -> positions.get(encoding.column())).toArray();
  }

  private Set<String> names(Predicate<Encoding> kind) {
    return encodings.stream().filter(kind).map(Encoding::column).collect(Collectors.toSet());
  }

  private static TensorType rows(DType dtype, int width) {
    return new TensorType(dtype, Shape.rows(width), false);
  }
}
