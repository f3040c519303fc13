// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes gradients from the results of nodes to their operands. An axis that was repeated by
 * broadcasting gets the sum, because {@link ReferenceTensor#offset} leads to the one element.
 */
final class Backward {
  private final List<ReferenceTensor> values;
  private final List<double[]> gradients = new ArrayList<>();

  Backward(List<ReferenceTensor> values) {
    this.values = values;
    values.forEach(value -> gradients.add(new double[value.values().length]));
  }

  double[] gradient(int node) {
    return gradients.get(node);
  }

  /** Adds to the operands' gradients; the node's own must be complete. */
  void pass(Node node) {
    if (node.inputs().isEmpty()) {
      return;
    }
    ReferenceTensor result = values.get(node.output().id());
    double[] own = gradient(node.output().id());
    ReferenceTensor.each(
        result.dims(),
        index -> {
          double gradient = own[result.offset(index)];
          if (gradient != 0) {
            pass(node, index, gradient);
          }
        });
  }

  private void pass(Node node, long[] index, double gradient) {
    Op op = node.op();
    Value first = node.inputs().get(0);
    if (op instanceof Op.Unary unary) {
      add(first, index, gradient * Derivatives.unary(unary.kind(), at(first, index)));
    } else if (op instanceof Op.Binary binary) {
      Value second = node.inputs().get(1);
      double a = at(first, index);
      double b = at(second, index);
      add(first, index, gradient * Derivatives.byFirst(binary.kind(), a, b));
      add(second, index, gradient * Derivatives.bySecond(binary.kind(), a, b));
    } else if (op instanceof Op.Where) {
      add(node.inputs().get(at(first, index) != 0 ? 1 : 2), index, gradient);
    } else if (op instanceof Op.Cast cast) {
      add(first, index, cast.to().isFloating() ? gradient : 0);
    } else if (op instanceof Op.Dropout) {
      add(first, index, gradient);
    } else if (op instanceof Op.MatMul) {
      matmul(first, node.inputs().get(1), index, gradient);
    } else if (op instanceof Op.Embedding) {
      ReferenceTensor indices = values.get(node.inputs().get(1).id());
      add(first, Rows.lookedUp(values.get(first.id()), indices, index), gradient);
    } else if (op instanceof Op.Convolution convolution) {
      convolution(convolution, first, node.inputs().get(1), index, gradient);
    } else if (op instanceof Op.Pool pool) {
      pool(pool, first, index, gradient);
    } else if (!(op instanceof Op.OneHot)) {
      passAlongAxis(node, index, gradient);
    }
  }

  private void passAlongAxis(Node node, long[] index, double gradient) {
    Op op = node.op();
    Value first = node.inputs().get(0);
    if (op instanceof Op.Reduce reduce) {
      reduce(reduce, first, index, gradient);
    } else if (op instanceof Op.Softmax) {
      softmax(first, node.output(), index, gradient);
    } else if (op instanceof Op.LogSoftmax) {
      logSoftmax(first, node.output(), index, gradient);
    } else if (op instanceof Op.Slice slice) {
      long position = slice.start() + index[index.length + slice.axis()];
      add(first, Axes.with(index, slice.axis(), position), gradient);
    } else if (op instanceof Op.Transpose transpose) {
      add(first, Axes.swapped(index, transpose.first(), transpose.second()), gradient);
    } else if (op instanceof Op.Concat concat) {
      concat(concat, node.inputs(), index, gradient);
    } else if (op instanceof Op.Reshape) {
      int position = values.get(node.output().id()).offset(index);
      gradient(first.id())[position] += gradient;
    } else if (op instanceof Op.MemberMean) {
      ReferenceTensor x = values.get(first.id());
      for (int k = 0; k < x.members(); k++) {
        add(first, Extent.withMembers(k, index), gradient / x.members());
      }
    } else {
      throw new IllegalArgumentException("The operation " + op + " is not known.");
    }
  }

  private void matmul(Value x, Value matrix, long[] index, double gradient) {
    long inner = values.get(x.id()).dim(-1);
    for (long i = 0; i < inner; i++) {
      long[] left = Axes.with(index, -1, i);
      long[] right = Rows.factor(values.get(matrix.id()), index, i);
      add(x, left, gradient * at(matrix, right));
      add(matrix, right, gradient * at(x, left));
    }
  }

  private void convolution(
      Op.Convolution op, Value images, Value filters, long[] index, double gradient) {
    Images.meetings(
        op,
        values.get(images.id()),
        values.get(filters.id()),
        index,
        (image, filter) -> {
          add(images, image, gradient * at(filters, filter));
          add(filters, filter, gradient * at(images, image));
        });
  }

  /** The largest element of a window takes all, the first one of several. */
  private void pool(Op.Pool op, Value images, long[] index, double gradient) {
    List<long[]> window = new ArrayList<>();
    Images.window(op.rows(), op.columns(), values.get(images.id()), index, window::add);
    if (op.kind() == ReduceKind.MEAN) {
      int size = op.rows().size() * op.columns().size();
      window.forEach(element -> add(images, element, gradient / size));
      return;
    }
    long[] largest = window.get(0);
    for (long[] element : window) {
      largest = at(images, element) > at(images, largest) ? element : largest;
    }
    add(images, largest, gradient);
  }

  private void reduce(Op.Reduce reduce, Value x, long[] index, double gradient) {
    long size = values.get(x.id()).dim(reduce.axis());
    long largest = 0;
    for (long i = 0; i < size; i++) {
      long[] element = Axes.with(index, reduce.axis(), i);
      if (at(x, element) > at(x, Axes.with(index, reduce.axis(), largest))) {
        largest = i;
      }
      if (reduce.kind() != ReduceKind.MAX) {
        add(x, element, reduce.kind() == ReduceKind.MEAN ? gradient / size : gradient);
      }
    }
    if (reduce.kind() == ReduceKind.MAX) {
      add(x, Axes.with(index, reduce.axis(), largest), gradient);
    }
  }

  /** The derivative of result i by operand j is {@code s_i ((i = j) - s_j)}. */
  private void softmax(Value x, Value result, long[] index, double gradient) {
    double own = at(result, index);
    add(x, index, gradient * own);
    for (long j = 0; j < values.get(x.id()).dim(-1); j++) {
      long[] other = Axes.with(index, -1, j);
      add(x, other, -gradient * own * at(result, other));
    }
  }

  /** The derivative of result i by operand j is {@code (i = j) - s_j}. */
  private void logSoftmax(Value x, Value result, long[] index, double gradient) {
    add(x, index, gradient);
    for (long j = 0; j < values.get(x.id()).dim(-1); j++) {
      long[] other = Axes.with(index, -1, j);
      add(x, other, -gradient * Math.exp(at(result, other)));
    }
  }

  private void concat(Op.Concat concat, List<Value> parts, long[] index, double gradient) {
    long position = index[index.length + concat.axis()];
    for (Value part : parts) {
      long size = values.get(part.id()).dim(concat.axis());
      if (position < size) {
        add(part, Axes.with(index, concat.axis(), position), gradient);
        return;
      }
      position -= size;
    }
  }

  private double at(Value operand, long[] index) {
    return values.get(operand.id()).at(index);
  }

  private void add(Value operand, long[] index, double amount) {
    gradient(operand.id())[values.get(operand.id()).offset(index)] += amount;
  }
}
