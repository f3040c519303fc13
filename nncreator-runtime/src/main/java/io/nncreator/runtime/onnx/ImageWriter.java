// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Span;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes convolutions and pools of images. ONNX's operators know no member axis: a pool takes the
 * members' images as more rows, a convolution with filters per member takes them as more groups of
 * channels.
 */
final class ImageWriter {
  private final OnnxGraph onnx;
  private final int members;

  ImageWriter(OnnxGraph onnx, int members) {
    this.onnx = onnx;
    this.members = members;
  }

  void convolution(Op.Convolution op, Node node, List<String> operands, String result) {
    Value images = node.inputs().get(0);
    Value filters = node.inputs().get(1);
    List<Attribute> settings = window(op.rows(), op.columns());
    settings.add(Attribute.ofIntegers("dilations", op.rows().dilation(), op.columns().dilation()));
    if (!stacked(filters)) {
      settings.add(Attribute.of("group", op.groups()));
      List<String> given = List.of(asRows(images, operands.get(0), result), operands.get(1));
      write("Conv", given, node.output(), result, settings);
      return;
    }
    boolean shared = !stacked(images) && op.groups() == 1;
    settings.add(Attribute.of("group", shared ? 1 : (long) op.groups() * members));
    String x = shared ? operands.get(0) : inChannels(images, operands.get(0), result);
    Shape own = filters.shape();
    String all =
        reshaped(
            operands.get(1),
            result + "_filters",
            members * own.dim(0),
            own.dim(1),
            own.dim(2),
            own.dim(3));
    String y = onnx.names().take(result + "_channels");
    onnx.node("Conv", List.of(x, all), y, settings.toArray(Attribute[]::new));
    long[] to = node.output().shape().dims();
    String apart = reshaped(y, result + "_apart", 0, members, to[1], to[2], to[3]);
    onnx.node("Transpose", List.of(apart), result, Attribute.ofIntegers("perm", 1, 0, 2, 3, 4));
  }

  void pool(Op.Pool op, Node node, List<String> operands, String result) {
    Value images = node.inputs().get(0);
    List<Attribute> settings = window(op.rows(), op.columns());
    if (op.kind() == ReduceKind.MEAN) {
      settings.add(Attribute.of("count_include_pad", 1));
    }
    String operator = op.kind() == ReduceKind.MAX ? "MaxPool" : "AveragePool";
    List<String> given = List.of(asRows(images, operands.get(0), result));
    write(operator, given, node.output(), result, settings);
  }

  /** Writes a node whose images are rows, then gives them the members' axis back. */
  private void write(
      String operator, List<String> given, Value output, String result, List<Attribute> settings) {
    Attribute[] all = settings.toArray(Attribute[]::new);
    if (!stacked(output)) {
      onnx.node(operator, given, result, all);
      return;
    }
    String rows = onnx.names().take(result + "_rows");
    onnx.node(operator, given, rows, all);
    long[] to = output.shape().dims();
    onnx.node("Reshape", List.of(rows, integers(members, -1, to[1], to[2], to[3])), result);
  }

  private String asRows(Value images, String text, String result) {
    long[] dims = images.shape().dims();
    return stacked(images)
        ? reshaped(text, result + "_images", -1, dims[1], dims[2], dims[3])
        : text;
  }

  private String inChannels(Value images, String text, String result) {
    String all = text;
    if (!stacked(images)) {
      all = onnx.names().take(result + "_members");
      onnx.node("Expand", List.of(text, integers(members, 1, 1, 1, 1)), all);
    }
    String first = onnx.names().take(result + "_first");
    onnx.node("Transpose", List.of(all), first, Attribute.ofIntegers("perm", 1, 0, 2, 3, 4));
    long[] dims = images.shape().dims();
    return reshaped(first, result + "_together", 0, members * dims[1], dims[2], dims[3]);
  }

  private String reshaped(String text, String wish, long... dims) {
    String name = onnx.names().take(wish);
    onnx.node("Reshape", List.of(text, integers(dims)), name);
    return name;
  }

  private static List<Attribute> window(Span rows, Span columns) {
    List<Attribute> settings = new ArrayList<>();
    settings.add(Attribute.ofIntegers("kernel_shape", rows.size(), columns.size()));
    settings.add(Attribute.ofIntegers("strides", rows.stride(), columns.stride()));
    settings.add(
        Attribute.ofIntegers(
            "pads", rows.padding(), columns.padding(), rows.padding(), columns.padding()));
    return settings;
  }

  private boolean stacked(Value value) {
    return members > 1 && value.type().perMember();
  }

  private String integers(long... values) {
    return onnx.constant(Tensor.of(values, values.length));
  }
}
