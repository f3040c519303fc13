// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import static io.nncreator.djl.internal.torchscript.NodeEmitter.call;

import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Span;
import io.nncreator.api.graph.Value;

/**
 * Writes convolutions and what they pass back. PyTorch's kernel knows no member axis: where filters
 * are per member, it takes the members as more groups of channels.
 */
final class ConvolutionEmitter {
  private final GraphScope scope;

  ConvolutionEmitter(GraphScope scope) {
    this.scope = scope;
  }

  String emit(Op.Convolution op, Node node) {
    Value images = node.inputs().get(0);
    Value filters = node.inputs().get(1);
    boolean grouped = scope.stacked(filters);
    String y =
        call(
            "conv2d",
            grouped ? inChannels(images) : scope.rows(images, scope.read(images)),
            filters(filters),
            "None",
            Literals.strides(op.rows(), op.columns()),
            Literals.paddings(op.rows(), op.columns()),
            dilations(op.rows(), op.columns()),
            groups(op, filters));
    return grouped ? outOfChannels(y, node.output()) : scope.apart(y, node.output());
  }

  /** Returns what a convolution passes back to its images (0) or filters (1). */
  String backward(Op.Convolution op, Node node, int operand, String g) {
    Value images = node.inputs().get(0);
    Value filters = node.inputs().get(1);
    boolean grouped = scope.stacked(filters);
    String all =
        call(
            "convolution_backward",
            grouped ? inChannels(node.output(), g) : scope.rows(node.output(), g),
            grouped ? inChannels(images) : scope.rows(images, scope.read(images)),
            filters(filters),
            "None",
            Literals.strides(op.rows(), op.columns()),
            Literals.paddings(op.rows(), op.columns()),
            dilations(op.rows(), op.columns()),
            "False",
            "[0, 0]",
            groups(op, filters),
            operand == 0 ? "[True, False, False]" : "[False, True, False]");
    String part = "(" + all + ")[" + operand + "]";
    if (operand == 1) {
      return call("reshape", part, Literals.list(scope.dims(filters.shape(), grouped)));
    }
    return grouped ? outOfChannels(part, images) : scope.apart(part, images);
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

  private static String dilations(Span rows, Span columns) {
    return Literals.list(rows.dilation(), columns.dilation());
  }
}
