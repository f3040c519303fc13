// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import static io.nncreator.djl.internal.torchscript.NodeEmitter.call;

import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Span;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Writes convolutions and pools of images, and what they pass back. PyTorch's kernels know no
 * member axis: a pool takes the members' images as more rows, a convolution with filters per member
 * takes them as more groups of channels.
 */
final class ImageEmitter {
  private final GraphScope scope;

  ImageEmitter(GraphScope scope) {
    this.scope = scope;
  }

  String convolution(Op.Convolution op, Node node) {
    Value images = node.inputs().get(0);
    Value filters = node.inputs().get(1);
    boolean grouped = scope.stacked(filters);
    String y =
        call(
            "conv2d",
            grouped ? inChannels(images) : asRows(images, scope.read(images)),
            filters(filters),
            "None",
            strides(op.rows(), op.columns()),
            paddings(op.rows(), op.columns()),
            dilations(op.rows(), op.columns()),
            groups(op, filters));
    return grouped ? outOfChannels(y, node.output()) : shaped(y, node.output());
  }

  /** Returns what a convolution passes back to its images (0) or filters (1). */
  String convolutionBackward(Op.Convolution op, Node node, int operand, String g) {
    Value images = node.inputs().get(0);
    Value filters = node.inputs().get(1);
    boolean grouped = scope.stacked(filters);
    String all =
        call(
            "convolution_backward",
            grouped ? inChannels(node.output(), g) : asRows(node.output(), g),
            grouped ? inChannels(images) : asRows(images, scope.read(images)),
            filters(filters),
            "None",
            strides(op.rows(), op.columns()),
            paddings(op.rows(), op.columns()),
            dilations(op.rows(), op.columns()),
            "False",
            "[0, 0]",
            groups(op, filters),
            operand == 0 ? "[True, False, False]" : "[False, True, False]");
    String part = "(" + all + ")[" + operand + "]";
    if (operand == 1) {
      return call("reshape", part, Literals.list(scope.dims(filters.shape(), grouped)));
    }
    return grouped ? outOfChannels(part, images) : shaped(part, images);
  }

  Emission pool(Op.Pool op, Node node) {
    Value images = node.inputs().get(0);
    String x = asRows(images, scope.read(images));
    if (op.kind() == ReduceKind.MEAN) {
      String mean = call("avg_pool2d", x, window(op), "False", "True");
      return new Emission(Emission.Kernel.NODE, shaped(mean, node.output()), List.of(images));
    }
    String largest = call("max_pool2d_with_indices", x, window(op), "[1, 1]", "False");
    String result = "v" + node.output().id();
    String shaped = shaped(result, node.output());
    return new Emission(
        Emission.Kernel.MAX_POOL,
        largest,
        List.of(images),
        shaped.equals(result) ? List.of() : List.of(result + " = " + shaped));
  }

  String poolBackward(Op.Pool op, Node node, String g) {
    Value images = node.inputs().get(0);
    String rows = asRows(node.output(), g);
    String x = asRows(images, scope.read(images));
    String part =
        op.kind() == ReduceKind.MEAN
            ? call("avg_pool2d_backward", rows, x, window(op), "False", "True", "None")
            : call(
                "max_pool2d_with_indices_backward",
                rows,
                x,
                window(op),
                "[1, 1]",
                "False",
                "i" + node.output().id());
    return shaped(part, images);
  }

  /** Lays the members' images one behind the other. */
  private String asRows(Value value, String text) {
    return scope.stacked(value) ? call("flatten", text, "0", "1") : text;
  }

  /** Takes images that lay one behind the other apart by member. */
  private String shaped(String text, Value value) {
    return scope.stacked(value)
        ? call("reshape", text, Literals.list(scope.dims(value.shape(), true)))
        : text;
  }

  private String inChannels(Value images) {
    String all = scope.read(images);
    if (!scope.stacked(images)) {
      all = call("expand", all, Literals.list(scope.members(), -1, -1, -1, -1));
    }
    return inChannels(images, all);
  }

  private String inChannels(Value value, String text) {
    long[] dims = value.shape().dims();
    return call(
        "reshape",
        call("transpose", text, "0", "1"),
        Literals.list(-1, scope.members() * dims[1], dims[2], dims[3]));
  }

  private String outOfChannels(String text, Value value) {
    long[] dims = value.shape().dims();
    String apart =
        call("reshape", text, Literals.list(-1, scope.members(), dims[1], dims[2], dims[3]));
    return call("transpose", apart, "0", "1");
  }

  private String filters(Value filters) {
    return scope.stacked(filters)
        ? call("flatten", scope.read(filters), "0", "1")
        : scope.read(filters);
  }

  private String groups(Op.Convolution op, Value filters) {
    return String.valueOf(op.groups() * (scope.stacked(filters) ? scope.members() : 1));
  }

  private static String window(Op.Pool op) {
    return Literals.list(op.rows().size(), op.columns().size())
        + ", "
        + strides(op.rows(), op.columns())
        + ", "
        + paddings(op.rows(), op.columns());
  }

  private static String strides(Span rows, Span columns) {
    return Literals.list(rows.stride(), columns.stride());
  }

  private static String paddings(Span rows, Span columns) {
    return Literals.list(rows.padding(), columns.padding());
  }

  private static String dilations(Span rows, Span columns) {
    return Literals.list(rows.dilation(), columns.dilation());
  }
}
