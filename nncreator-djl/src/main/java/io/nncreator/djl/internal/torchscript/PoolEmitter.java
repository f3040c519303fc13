// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import static io.nncreator.djl.internal.torchscript.NodeEmitter.call;

import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Span;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes pools of images and what they pass back. PyTorch's maximum under a window is scalar code
 * on a CPU: for small windows the maximum of strided slices takes a tenth of its time.
 */
final class PoolEmitter {
  private static final int MOST_SLICES = 16;

  private final GraphScope scope;
  private final Op.Pool op;
  private final Value images;
  private final Value result;

  PoolEmitter(GraphScope scope, Op.Pool op, Node node) {
    this.scope = scope;
    this.op = op;
    this.images = node.inputs().get(0);
    this.result = node.output();
  }

  Emission emit() {
    List<Value> operands = List.of(images);
    String rows = scope.rows(images, scope.read(images));
    if (op.kind() == ReduceKind.MEAN) {
      String mean = call("avg_pool2d", rows, window(), "False", "True");
      return new Emission(Emission.Kernel.NODE, scope.apart(mean, result), operands);
    }
    int id = result.id();
    if (!sliced()) {
      String both = call("max_pool2d_with_indices", rows, window(), "[1, 1]", "False");
      List<String> before = List.of("q" + id + ", i" + id + " = " + both);
      return new Emission(Emission.Kernel.NODE, scope.apart("q" + id, result), operands, before);
    }
    List<String> before = new ArrayList<>();
    if (padded()) {
      String pads =
          Literals.list(
              op.columns().padding(),
              op.columns().padding(),
              op.rows().padding(),
              op.rows().padding());
      before.add("p" + id + " = " + call("constant_pad_nd", scope.read(images), pads, "-inf"));
    }
    before.add("q" + id + " = " + largest(extended(), op.rows(), -2));
    String text = largest("q" + id, op.columns(), -1);
    return new Emission(Emission.Kernel.NODE, text, operands, before);
  }

  /** Returns what is passed back to the images. */
  String backward(String g) {
    String rows = scope.rows(result, g);
    String x = scope.rows(images, scope.read(images));
    String part =
        op.kind() == ReduceKind.MEAN
            ? call("avg_pool2d_backward", rows, x, window(), "False", "True", "None")
            : call(
                "max_pool2d_with_indices_backward",
                rows,
                x,
                window(),
                "[1, 1]",
                "False",
                sliced() ? scope.rows(result, places()) : "i" + result.id());
    return scope.apart(part, images);
  }

  private boolean sliced() {
    return op.rows().size() * op.columns().size() <= MOST_SLICES;
  }

  private boolean padded() {
    return op.rows().padding() + op.columns().padding() > 0;
  }

  private String extended() {
    return padded() ? "p" + result.id() : scope.read(images);
  }

  private String largest(String text, Span span, int axis) {
    String largest = slice(text, span, axis, 0);
    for (int i = 1; i < span.size(); i++) {
      largest = call("maximum", largest, slice(text, span, axis, i));
    }
    return largest;
  }

  private String slice(String text, Span span, int axis, int element) {
    long end = element + span.stride() * (result.shape().dim(axis) - 1) + 1;
    return call(
        "slice",
        text,
        String.valueOf(axis),
        String.valueOf(element),
        String.valueOf(end),
        String.valueOf(span.stride()));
  }

  /** Returns where in the images the first of the largest elements stand, counted by pixels. */
  private String places() {
    int height = Math.toIntExact(result.shape().dim(-2));
    int width = Math.toIntExact(result.shape().dim(-1));
    long line = images.shape().dim(-1);
    long[] corners = new long[height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        corners[y * width + x] =
            ((long) y * op.rows().stride() - op.rows().padding()) * line
                + (long) x * op.columns().stride()
                - op.columns().padding();
      }
    }
    String corner = scope.constants().reference(Tensor.of(corners, height, width));
    String places = call("add", corner, steps(line));
    // Nothing equals NaN: without a bound its place could be one beyond the edge.
    return padded()
        ? call("clamp", places, "0", String.valueOf(images.shape().dim(-2) * line - 1))
        : places;
  }

  /** Returns how far from the corner of its window each first of the largest elements stands. */
  private String steps(long line) {
    String text = "";
    for (int i = op.rows().size() - 1; i >= 0; i--) {
      for (int j = op.columns().size() - 1; j >= 0; j--) {
        String step = String.valueOf(i * line + j);
        if (text.isEmpty()) {
          text = step;
          continue;
        }
        String row = slice(extended(), op.rows(), -2, i);
        String hit = call("eq", slice(row, op.columns(), -1, j), scope.read(result));
        text = call("where", hit, step, text);
      }
    }
    return op.rows().size() * op.columns().size() == 1
        ? call("zeros_like", scope.read(result), "dtype=4")
        : text;
  }

  private String window() {
    return Literals.list(op.rows().size(), op.columns().size())
        + ", "
        + Literals.strides(op.rows(), op.columns())
        + ", "
        + Literals.paddings(op.rows(), op.columns());
  }
}
