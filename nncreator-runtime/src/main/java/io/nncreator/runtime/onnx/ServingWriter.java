// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import io.nncreator.runtime.pipeline.Encoding;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.RawColumn;
import io.nncreator.runtime.pipeline.RawType;
import io.nncreator.runtime.pipeline.ServingModel;
import io.nncreator.runtime.pipeline.TargetEncoding;
import io.nncreator.runtime.pipeline.TextCodes;
import io.nncreator.runtime.pipeline.Vocabulary;
import io.nncreator.runtime.pipeline.WordCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Writes a network between raw columns and the answer in the user's words. The nodes that only
 * translate have fixed names, by which {@link ServingCut} finds them.
 */
final class ServingWriter {
  /** Name of the node that gathers number columns. */
  static final String NUMBERS = "raw/numbers";

  /** Begins the name of each node that turns a category to its code; its number follows. */
  static final String CODE = "raw/code/";

  /**
   * Begins the names of the nodes that count the words of a text: its number, a slash and {@link
   * #SPLIT}, {@link #FLAT}, {@link #COUNT} or nothing follow.
   */
  static final String WORDS = "raw/words/";

  /** Ends the name of the node that splits a text at its spaces. */
  static final String SPLIT = "split";

  /** Ends the name of the node that lays the words of a row into one axis. */
  static final String FLAT = "flat";

  /** Ends the name of the node that counts words. */
  static final String COUNT = "count";

  /** Ends the name of the node that makes counts to codes. */
  static final String CAST = "cast";

  /** Name of the node that gathers codes. */
  static final String CODES = "raw/codes";

  /** Name of the node that finds the most probable class. */
  static final String BEST = "label/best";

  /** Name of the node that writes the most probable class as a text. */
  static final String LABEL = "label/text";

  private final ServingModel model;
  private final Weights weights;
  private final OnnxGraph onnx = new OnnxGraph();

  ServingWriter(ServingModel model, Weights weights) {
    this.model = model;
    this.weights = weights;
  }

  byte[] write(Map<String, String> metadata) {
    FeaturePipeline pipeline = model.pipeline();
    pipeline.columns().forEach(column -> onnx.input(describe(column)));
    boolean classes = model.target() instanceof TargetEncoding.Classes;
    String label = classes ? onnx.names().take("label") : "";
    String answer =
        onnx.names().take(classes ? TargetEncoding.PROBABILITIES : TargetEncoding.VALUE);

    Map<String, String> inputs = new LinkedHashMap<>();
    gatherNumbers(pipeline, inputs);
    gatherCodes(pipeline, inputs);
    Graph graph = model.graph();
    String output = graph.outputs().keySet().iterator().next();
    new OpWriter(onnx, weights, inputs).write(graph, Map.of(output, answer));

    if (model.target() instanceof TargetEncoding.Classes target) {
      writeLabel(target.labels(), answer, label);
      onnx.output(OnnxFields.value(label, ElementType.STRING, -1));
      onnx.output(OnnxFields.value(answer, ElementType.FLOAT, -1, target.outputs()));
    } else {
      onnx.output(OnnxFields.value(answer, ElementType.DOUBLE, -1, 1));
    }
    return onnx.toByteArray(metadata);
  }

  private ProtobufWriter describe(RawColumn column) {
    ElementType type = column.type().isNumeric() ? ElementType.DOUBLE : ElementType.STRING;
    return OnnxFields.value(onnx.names().take(column.name()), type, -1, 1)
        .text(OnnxFields.VALUE_DOC, document(column.type()));
  }

  private void gatherNumbers(FeaturePipeline pipeline, Map<String, String> inputs) {
    List<String> names = pipeline.numberColumns().stream().map(RawColumn::name).toList();
    if (!names.isEmpty()) {
      inputs.put(FeaturePipeline.NUMBERS, gather(NUMBERS, FeaturePipeline.NUMBERS, names));
    }
  }

  private void gatherCodes(FeaturePipeline pipeline, Map<String, String> inputs) {
    List<String> codes = new ArrayList<>();
    for (RawColumn column : pipeline.categoryColumns()) {
      TextCodes text = pipeline.textCodes(column.name());
      String code = onnx.names().take(column.name() + "_code");
      if (text instanceof Vocabulary vocabulary) {
        code(column.name(), vocabulary, code, codes.size());
      } else if (text instanceof WordCounts words) {
        count(column.name(), words, code, codes.size());
      }
      codes.add(code);
    }
    if (!codes.isEmpty()) {
      inputs.put(FeaturePipeline.CODES, gather(CODES, FeaturePipeline.CODES, codes));
    }
  }

  /** Codes: empty = 1, levels from 2 on, all else 0; as in Encoding. */
  private void code(String column, Vocabulary vocabulary, String code, int number) {
    List<String> texts = new ArrayList<>(List.of(""));
    texts.addAll(vocabulary.levels());
    onnx.mlNode(
        CODE + number,
        "LabelEncoder",
        List.of(column),
        code,
        Attribute.ofStrings("keys_strings", texts),
        Attribute.ofIntegers(
            "values_int64s",
            LongStream.range(0, texts.size()).map(i -> i + Encoding.MISSING_CODE).toArray()),
        Attribute.of("default_int64", Encoding.UNKNOWN_CODE));
  }

  /** A delimiter of its own, since runtimes differ in what they take for white space. */
  private void count(String column, WordCounts counts, String code, int number) {
    List<String> forms = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    for (int i = 0; i < counts.words().size(); i++) {
      for (String form : counts.words().get(i).forms()) {
        forms.add(form);
        places.add((long) i);
      }
    }
    String name = WORDS + number + "/";
    String parts = onnx.names().take(column + "_parts");
    String lengths = onnx.names().take(column + "_lengths");
    String flat = onnx.names().take(column + "_words");
    String found = onnx.names().take(column + "_found");
    onnx.splitNode(name + SPLIT, column, parts, lengths);
    String axis = onnx.constant(Tensor.of(new long[] {1}, 1));
    onnx.namedNode(name + FLAT, "Squeeze", List.of(parts, axis), flat);
    onnx.namedNode(
        name + COUNT,
        "TfIdfVectorizer",
        List.of(flat),
        found,
        Attribute.of("mode", "TF"),
        Attribute.of("min_gram_length", 1),
        Attribute.of("max_gram_length", 1),
        Attribute.of("max_skip_count", 0),
        Attribute.ofIntegers("ngram_counts", 0),
        Attribute.ofIntegers("ngram_indexes", places.stream().mapToLong(i -> i).toArray()),
        Attribute.ofStrings("pool_strings", forms));
    onnx.namedNode(
        name + CAST, "Cast", List.of(found), code, Attribute.of("to", ElementType.INT64.code()));
  }

  private String gather(String node, String wish, List<String> columns) {
    String name = onnx.names().take(wish);
    onnx.namedNode(node, "Concat", columns, name, Attribute.of("axis", -1));
    return name;
  }

  private void writeLabel(List<String> labels, String probabilities, String label) {
    String index = onnx.names().take("class");
    onnx.namedNode(
        BEST,
        "ArgMax",
        List.of(probabilities),
        index,
        Attribute.of("axis", -1),
        Attribute.of("keepdims", 0));
    onnx.mlNode(
        LABEL,
        "LabelEncoder",
        List.of(index),
        label,
        Attribute.ofIntegers("keys_int64s", LongStream.range(0, labels.size()).toArray()),
        Attribute.ofStrings("values_strings", labels),
        Attribute.of("default_string", ""));
  }

  private static String document(RawType type) {
    return switch (type) {
      case NUMBER -> "A number; NaN = missing.";
      case BOOLEAN -> "1 = true, 0 = false, NaN = missing.";
      case TIMESTAMP -> "Seconds since 1970-01-01T00:00:00; NaN = missing.";
      case CATEGORY -> "A text; empty = missing.";
    };
  }
}
