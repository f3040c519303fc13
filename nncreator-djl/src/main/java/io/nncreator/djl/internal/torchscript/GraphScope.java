// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the emission of a graph's nodes needs to know: names of values, numbers of uses, and how
 * many members are stacked. Not thread-safe.
 */
final class GraphScope {
  private final Graph graph;
  private final int members;
  private final boolean training;
  private final ConstantPool constants;
  private final Map<Integer, String> bound;
  private final Rounding rounding;
  private final int[] uses;
  private final boolean[] learnt;

  /**
   * Creates a scope.
   *
   * @param members K; for 1 no value has a member axis
   * @param training whether dropout is active
   * @param rounding of factors
   * @param bound expressions of inputs, parameters and dropout masks, by node id
   * @param results names of the graph's outputs to compute
   */
  GraphScope(
      Graph graph,
      int members,
      boolean training,
      ConstantPool constants,
      Rounding rounding,
      Map<Integer, String> bound,
      String... results) {
    this.graph = graph;
    this.members = members;
    this.training = training;
    this.constants = constants;
    this.rounding = rounding;
    this.bound = Map.copyOf(bound);
    this.learnt = new boolean[graph.nodes().size()];
    for (Node node : graph.nodes()) {
      boolean parameter = node.op() instanceof Op.Parameter;
      learnt[node.output().id()] =
          parameter || node.inputs().stream().anyMatch(input -> learnt[input.id()]);
    }
    this.uses = new int[graph.nodes().size()];
    graph.nodesFor(results).forEach(node -> node.inputs().forEach(value -> uses[value.id()]++));
    for (String result : results) {
      uses[graph.output(result).id()]++;
    }
  }

  int members() {
    return members;
  }

  boolean training() {
    return training;
  }

  ConstantPool constants() {
    return constants;
  }

  Rounding rounding() {
    return rounding;
  }

  Node node(Value value) {
    return graph.nodes().get(value.id());
  }

  /** Returns whether only one node reads the value, so that a fused kernel may swallow it. */
  boolean usedOnce(Value value) {
    return uses[value.id()] == 1;
  }

  /** Returns whether a parameter has a part in the value, so that something may be passed back. */
  boolean learnt(Value value) {
    return learnt[value.id()];
  }

  /** Returns whether the value has a leading axis of K members. */
  boolean stacked(Value value) {
    return members > 1 && value.type().perMember();
  }

  /** Returns the expression that reads a value. */
  String read(Value value) {
    Op op = node(value).op();
    if (op instanceof Op.Constant constant) {
      return constants.reference(constant.value());
    }
    if (op instanceof Op.Input || op instanceof Op.Parameter) {
      return binding(value);
    }
    return "v" + value.id();
  }

  /** Returns the expression bound to an input, a parameter or a dropout's mask. */
  String binding(Value value) {
    String expression = bound.get(value.id());
    if (expression == null) {
      throw new IllegalStateException("Nothing is bound to " + node(value).op() + ".");
    }
    return expression;
  }

  /** Returns a constant of one element as a literal, or null. */
  @Nullable String literal(Value value) {
    if (!(node(value).op() instanceof Op.Constant constant) || constant.value().size() != 1) {
      return null;
    }
    Tensor tensor = constant.value();
    return switch (tensor.dtype()) {
      case F32 -> Literals.of(tensor.floats()[0]);
      case F64 -> Literals.of(tensor.doubles()[0]);
      case I64 -> String.valueOf(tensor.longs()[0]);
      case BOOL -> null;
    };
  }

  /** Returns the dimensions of a value when each batch has so many rows. */
  long[] dims(Value value, int batch) {
    long[] dims = value.shape().dims();
    int leading = stacked(value) ? 1 : 0;
    long[] all = new long[dims.length + leading];
    for (int i = 0; i < dims.length; i++) {
      all[i + leading] = dims[i] == Shape.BATCH ? batch : dims[i];
    }
    if (leading == 1) {
      all[0] = members;
    }
    return all;
  }

  /** Returns the dimensions of a shape, -1 for the rows, behind those of the members. */
  long[] dims(Shape shape, boolean stacked) {
    long[] dims = shape.dims();
    if (!stacked) {
      return dims;
    }
    long[] all = new long[dims.length + 1];
    all[0] = members;
    System.arraycopy(dims, 0, all, 1, dims.length);
    return all;
  }

  /** Lays the members' rows of a value one behind the other. */
  String rows(Value value, String text) {
    return stacked(value) ? NodeEmitter.call("flatten", text, "0", "1") : text;
  }

  /** Takes rows that lay one behind the other apart by member. */
  String apart(String text, Value value) {
    return stacked(value)
        ? NodeEmitter.call("reshape", text, Literals.list(dims(value.shape(), true)))
        : text;
  }

  /** Returns whether a value is a floating constant of one element near {@code expected}. */
  boolean isConstant(Value value, double expected) {
    return node(value).op() instanceof Op.Constant constant
        && constant.value().size() == 1
        && constant.value().dtype() == io.nncreator.api.graph.DType.F32
        && constant.value().floats()[0] == (float) expected;
  }
}
