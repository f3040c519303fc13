// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.DType;
import io.nncreator.runtime.onnx.ProtobufReader.Field;
import io.nncreator.runtime.pipeline.Encoding.TextWords.Word;
import io.nncreator.runtime.pipeline.TextCodes;
import io.nncreator.runtime.pipeline.Vocabulary;
import io.nncreator.runtime.pipeline.WordCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the translation of texts off a served model: the nodes that {@link ServingWriter} marked are
 * read and dropped, all others and the weights stay as they are. The caller then feeds two matrices
 * instead of many columns, which is faster, and no text passes ONNX Runtime's Java binding, which
 * garbles characters outside the Basic Multilingual Plane (seen in 1.28.0).
 */
final class ServingCut {
  private final ProtobufWriter graph = new ProtobufWriter();
  private final List<OnnxNode> nodes = new ArrayList<>();
  private final List<Field> initializers = new ArrayList<>();
  private final List<String> numberColumns = new ArrayList<>();
  private final Map<String, TextCodes> texts = new LinkedHashMap<>();

  /** The column whose words are being counted: its nodes stand one behind the other. */
  private String split = "";

  private final List<String> labels = new ArrayList<>();
  private final byte[] model;
  private final ExactPrefix prefix;
  private @Nullable Port numbers;
  private @Nullable Port codes;
  private @Nullable Port answer;

  /**
   * Cuts a model.
   *
   * @throws IllegalArgumentException if {@link ServingWriter} did not write it
   */
  ServingCut(byte[] served) {
    ProtobufWriter whole = new ProtobufWriter();
    for (Field field : ProtobufReader.fields(served)) {
      if (field.number() == OnnxFields.MODEL_GRAPH && field.delimited()) {
        field.message().forEach(this::read);
      } else {
        keep(whole, field);
      }
    }
    if (answer == null || (numbers == null && codes == null)) {
      throw new IllegalArgumentException("The ONNX model was not written by NNCreator.");
    }
    prefix =
        PrefixDivision.of(nodes, new FixedTensors(initializers), numbers, codes, answer.name());
    prefix.rest().forEach(node -> keep(graph, node));
    declareInputs(prefix.ports());
    model = whole.message(OnnxFields.MODEL_GRAPH, graph).toByteArray();
  }

  /** Returns the model between the cuts. */
  byte[] model() {
    return model;
  }

  /** Returns what comes before the model: from raw numbers and codes to its inputs. */
  ExactPrefix prefix() {
    return prefix;
  }

  /** Returns the output: F32 probabilities or F64 values. */
  Port answer() {
    return java.util.Objects.requireNonNull(answer);
  }

  /** Returns the number columns in order. */
  List<String> numberColumns() {
    return List.copyOf(numberColumns);
  }

  /** Returns the columns of texts with their codes, in order. */
  Map<String, TextCodes> texts() {
    return texts;
  }

  /** Returns the names of the classes; empty for a regression. */
  List<String> labels() {
    return List.copyOf(labels);
  }

  private void read(Field field) {
    switch (field.number()) {
      case OnnxFields.GRAPH_NODE -> readNode(field);
      case OnnxFields.GRAPH_OUTPUT -> readOutput(field);
      case OnnxFields.GRAPH_INPUT -> {}
      case OnnxFields.GRAPH_INITIALIZER -> {
        initializers.add(field);
        keep(graph, field);
      }
      default -> keep(graph, field);
    }
  }

  private void readNode(Field field) {
    List<Field> node = field.message();
    String name = text(node, OnnxFields.NODE_NAME);
    if (name.equals(ServingWriter.NUMBERS)) {
      texts(node, OnnxFields.NODE_INPUT).forEach(numberColumns::add);
      numbers = new Port(text(node, OnnxFields.NODE_OUTPUT), DType.F64, numberColumns.size());
    } else if (name.equals(ServingWriter.CODES)) {
      int width = texts.values().stream().mapToInt(TextCodes::width).sum();
      codes = new Port(text(node, OnnxFields.NODE_OUTPUT), DType.I64, width);
    } else if (name.startsWith(ServingWriter.CODE)) {
      List<String> keys = strings(node, "keys_strings");
      // The first key is the empty text, which stands for missing.
      texts.put(text(node, OnnxFields.NODE_INPUT), new Vocabulary(keys.subList(1, keys.size())));
    } else if (name.startsWith(ServingWriter.WORDS)) {
      readWords(name, node);
    } else if (name.equals(ServingWriter.LABEL)) {
      labels.addAll(strings(node, "values_strings"));
    } else if (!name.equals(ServingWriter.BEST)) {
      nodes.add(OnnxNode.of(field));
    }
  }

  private void readWords(String name, List<Field> node) {
    if (name.endsWith(ServingWriter.SPLIT)) {
      split = text(node, OnnxFields.NODE_INPUT);
    } else if (name.endsWith(ServingWriter.COUNT)) {
      List<String> forms = strings(node, "pool_strings");
      List<Long> places = integers(node, "ngram_indexes");
      SortedMap<Long, List<String>> words = new TreeMap<>();
      for (int i = 0; i < forms.size(); i++) {
        words.computeIfAbsent(places.get(i), place -> new ArrayList<>()).add(forms.get(i));
      }
      texts.put(
          split,
          new WordCounts(
              words.values().stream().map(same -> new Word(same.get(0), same)).toList()));
    }
  }

  private void readOutput(Field field) {
    List<Field> value = field.message();
    List<Field> tensor =
        only(only(value, OnnxFields.VALUE_TYPE).message(), OnnxFields.TYPE_TENSOR).message();
    long type = only(tensor, OnnxFields.TENSOR_TYPE_ELEMENT).integer();
    if (type == ElementType.STRING.code()) {
      return;
    }
    List<Field> dims = only(tensor, OnnxFields.TENSOR_TYPE_SHAPE).message();
    long width = only(dims.get(dims.size() - 1).message(), 1).integer();
    DType dtype = type == ElementType.FLOAT.code() ? DType.F32 : DType.F64;
    answer = new Port(text(value, OnnxFields.VALUE_NAME), dtype, Math.toIntExact(width));
    keep(graph, field);
  }

  private void declareInputs(List<Port> ports) {
    for (Port port : ports) {
      graph.message(
          OnnxFields.GRAPH_INPUT,
          OnnxFields.value(port.name(), ElementType.of(port.dtype()), -1, port.width()));
    }
  }

  private static List<String> strings(List<Field> node, String attribute) {
    return texts(setting(node, attribute), Attribute.STRINGS);
  }

  private static List<Long> integers(List<Field> node, String attribute) {
    return setting(node, attribute).stream()
        .filter(field -> field.number() == Attribute.INTEGERS)
        .map(Field::integer)
        .toList();
  }

  private static List<Field> setting(List<Field> node, String attribute) {
    for (Field field : node) {
      if (field.number() == OnnxFields.NODE_ATTRIBUTE) {
        List<Field> setting = field.message();
        if (text(setting, Attribute.NAME).equals(attribute)) {
          return setting;
        }
      }
    }
    throw new IllegalArgumentException("The ONNX model lacks the attribute " + attribute + ".");
  }

  private static String text(List<Field> message, int number) {
    List<String> found = texts(message, number);
    return found.isEmpty() ? "" : found.get(0);
  }

  private static List<String> texts(List<Field> message, int number) {
    return message.stream().filter(field -> field.number() == number).map(Field::text).toList();
  }

  private static Field only(List<Field> message, int number) {
    return message.stream()
        .filter(field -> field.number() == number)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("The ONNX model lacks the field " + number + "."));
  }

  private static void keep(ProtobufWriter message, Field field) {
    if (field.delimited()) {
      message.bytes(field.number(), field.content());
    } else {
      message.integer(field.number(), field.integer());
    }
  }
}
