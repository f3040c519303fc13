// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes an op graph in double arithmetic, operation by operation, as the Javadoc of {@link Op}
 * and {@link TensorType} says. Constants have the value that their element type can hold, a cast to
 * F32 rounds, dropout does nothing. Thread-safe.
 */
public final class ReferenceInterpreter {
  private final Map<String, ReferenceTensor> parameters;
  private final Map<String, ReferenceTensor> inputs;
  private final int members;

  private ReferenceInterpreter(
      Map<String, ReferenceTensor> parameters, Map<String, ReferenceTensor> inputs) {
    this.parameters = parameters;
    this.inputs = inputs;
    this.members = commonMembers(parameters, inputs);
  }

  /**
   * Computes all outputs of a graph.
   *
   * @param weights null when the graph has no parameters
   * @param inputs by name; one that is per member has the members as its first axis
   * @return outputs by name
   * @throws IllegalArgumentException if an operand is missing or does not have its stated type, or
   *     an embedding index is out of range
   */
  public static Map<String, ReferenceTensor> run(
      Graph graph, @Nullable Weights weights, Map<String, Tensor> inputs) {
    Map<String, ReferenceTensor> fed = new LinkedHashMap<>();
    graph
        .inputs()
        .forEach(
            (name, value) -> {
              Tensor tensor = inputs.get(name);
              if (tensor == null || tensor.dtype() != value.type().dtype()) {
                throw new IllegalArgumentException(
                    "The input " + name + " must be " + value.type() + ", got " + tensor + ".");
              }
              fed.put(name, ReferenceTensor.of(tensor, value.type().perMember()));
            });
    return runDoubles(graph, weights == null ? Map.of() : doubles(weights), fed);
  }

  /**
   * Computes all outputs of a graph from parameters and inputs that may be finer than F32.
   *
   * @param parameters by name, per member
   * @param inputs by name
   */
  public static Map<String, ReferenceTensor> runDoubles(
      Graph graph, Map<String, ReferenceTensor> parameters, Map<String, ReferenceTensor> inputs) {
    List<ReferenceTensor> values = values(graph, parameters, inputs);
    Map<String, ReferenceTensor> outputs = new LinkedHashMap<>();
    graph.outputs().forEach((name, value) -> outputs.put(name, values.get(value.id())));
    return outputs;
  }

  /** Computes the values of all nodes, in their order. */
  static List<ReferenceTensor> values(
      Graph graph, Map<String, ReferenceTensor> parameters, Map<String, ReferenceTensor> inputs) {
    ReferenceInterpreter interpreter = new ReferenceInterpreter(parameters, inputs);
    List<ReferenceTensor> values = new ArrayList<>();
    for (Node node : graph.nodes()) {
      List<ReferenceTensor> operands = new ArrayList<>();
      for (Value operand : node.inputs()) {
        operands.add(values.get(operand.id()));
      }
      ReferenceTensor value = interpreter.compute(node.op(), operands);
      requireType(node, value);
      values.add(value);
    }
    return values;
  }

  /** Returns weights as doubles, by name. */
  public static Map<String, ReferenceTensor> doubles(Weights weights) {
    Map<String, ReferenceTensor> doubles = new LinkedHashMap<>();
    weights
        .tensors()
        .forEach((name, tensor) -> doubles.put(name, ReferenceTensor.of(tensor, true)));
    return doubles;
  }

  private ReferenceTensor compute(Op op, List<ReferenceTensor> operands) {
    if (op instanceof Op.Input input) {
      return known(inputs, input.name());
    }
    if (op instanceof Op.Parameter parameter) {
      return known(parameters, parameter.name());
    }
    if (op instanceof Op.Constant constant) {
      return ReferenceTensor.of(constant.value(), false);
    }
    ReferenceTensor x = operands.get(0);
    if (op instanceof Op.Reduce reduce) {
      return Axes.reduce(reduce.kind(), x, reduce.axis());
    }
    if (op instanceof Op.Softmax) {
      return Axes.softmax(x);
    }
    if (op instanceof Op.LogSoftmax) {
      return Axes.logSoftmax(x);
    }
    if (op instanceof Op.Slice slice) {
      return Axes.slice(x, slice.axis(), slice.start(), slice.length());
    }
    if (op instanceof Op.MemberMean) {
      return Axes.memberMean(x);
    }
    if (op instanceof Op.Dropout) {
      return x;
    }
    if (op instanceof Op.Reshape reshape) {
      return reshape(x, reshape.to().dims());
    }
    if (op instanceof Op.Concat concat) {
      List<ReferenceTensor> alike = new ArrayList<>();
      operands.forEach(part -> alike.add(Axes.slice(part, concat.axis(), 0, 1)));
      return Axes.concat(operands, concat.axis(), Extent.of(alike, members));
    }
    if (op instanceof Op.MatMul) {
      return Rows.matmul(x, operands.get(1), members);
    }
    if (op instanceof Op.Embedding) {
      return Rows.embedding(x, operands.get(1), members);
    }
    if (op instanceof Op.Transpose transpose) {
      return Axes.transpose(x, transpose.first(), transpose.second());
    }
    if (op instanceof Op.Convolution convolution) {
      return Images.convolution(convolution, x, operands.get(1), members);
    }
    if (op instanceof Op.Pool pool) {
      return Images.pool(pool, x);
    }
    if (op instanceof Op.OneHot oneHot) {
      return Rows.oneHot(x, oneHot.depth());
    }
    return elementWise(op, operands);
  }

  private ReferenceTensor elementWise(Op op, List<ReferenceTensor> operands) {
    Extent extent = Extent.of(operands, members);
    ReferenceTensor x = operands.get(0);
    ReferenceTensor.Element element;
    if (op instanceof Op.Unary unary) {
      element = index -> Elements.unary(unary.kind(), x.at(index));
    } else if (op instanceof Op.Cast cast) {
      element = index -> Elements.cast(cast.to(), x.at(index));
    } else if (op instanceof Op.Binary binary) {
      ReferenceTensor b = operands.get(1);
      element = index -> Elements.binary(binary.kind(), x.at(index), b.at(index));
    } else if (op instanceof Op.Where) {
      ReferenceTensor ifTrue = operands.get(1);
      ReferenceTensor ifFalse = operands.get(2);
      element = index -> x.at(index) != 0 ? ifTrue.at(index) : ifFalse.at(index);
    } else {
      throw new IllegalArgumentException("The operation " + op + " is not known.");
    }
    return ReferenceTensor.fill(extent.dims(), extent.perMember(), element);
  }

  private ReferenceTensor reshape(ReferenceTensor x, long[] to) {
    long[] dims = to.clone();
    dims[0] = x.perMember() ? x.dims()[1] : x.dims()[0];
    return new ReferenceTensor(
        x.values(), x.perMember() ? Extent.withMembers(members, dims) : dims, x.perMember());
  }

  private static ReferenceTensor known(Map<String, ReferenceTensor> tensors, String name) {
    ReferenceTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "There is no value for " + name + ", only for " + tensors.keySet() + ".");
    }
    return tensor;
  }

  private static int commonMembers(
      Map<String, ReferenceTensor> parameters, Map<String, ReferenceTensor> inputs) {
    List<ReferenceTensor> all = new ArrayList<>(parameters.values());
    all.addAll(inputs.values());
    List<Integer> counts =
        all.stream()
            .filter(ReferenceTensor::perMember)
            .map(ReferenceTensor::members)
            .distinct()
            .toList();
    if (counts.size() > 1) {
      throw new IllegalArgumentException("The numbers of members " + counts + " differ.");
    }
    return counts.isEmpty() ? 1 : counts.get(0);
  }

  /** Compares what came out with what the graph says, so that the two check each other. */
  private static void requireType(Node node, ReferenceTensor value) {
    TensorType type = node.output().type();
    long[] stated = type.shape().dims();
    int leading = value.perMember() ? 1 : 0;
    boolean fits =
        value.perMember() == type.perMember() && value.dims().length == stated.length + leading;
    for (int axis = 0; fits && axis < stated.length; axis++) {
      boolean batch = axis == 0 && type.shape().batched();
      fits = batch || stated[axis] == value.dims()[axis + leading];
    }
    if (!fits) {
      throw new IllegalArgumentException(
          node.op()
              + " must give "
              + type
              + ", got "
              + java.util.Arrays.toString(value.dims())
              + (value.perMember() ? " per member." : "."));
    }
  }
}
