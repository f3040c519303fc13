// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import static io.nncreator.djl.internal.torchscript.NodeEmitter.call;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes reverse accumulation of a graph as assignments. PyTorch's own tape costs more than the
 * arithmetic of a small network: it records every kernel, and walks the records through a queue.
 */
final class BackwardPass {
  private final Graph graph;
  private final GraphScope scope;
  private final int batch;
  private final List<String> parameters;
  private final Derivatives derivatives;
  private final boolean[] active;

  /** What has come in so far, by node id: expressions of the derivative by the node's value. */
  private final Map<Integer, List<String>> incoming = new HashMap<>();

  /** What has come in through slices, by the id of the node that was cut. */
  private final Map<Integer, SliceGradients> slices = new HashMap<>();

  BackwardPass(Graph graph, GraphScope scope, int batch, List<String> parameters) {
    this.graph = graph;
    this.scope = scope;
    this.batch = batch;
    this.parameters = parameters;
    this.derivatives = new Derivatives(scope, batch);
    this.active = active();
  }

  /** Adds the lines; returns false if a derivative cannot be written. */
  boolean write(SortedMap<Integer, Emission> emissions, Value output, List<String> lines) {
    long[] dims = scope.dims(output, batch);
    float[] share = new float[Math.toIntExact(Arrays.stream(dims).reduce(1, (a, b) -> a * b))];
    Arrays.fill(share, 1f / batch);
    add(output, scope.constants().reference(Tensor.of(share, dims)));
    List<Integer> ids = new ArrayList<>(emissions.keySet());
    for (int i = ids.size() - 1; i >= 0; i--) {
      Node node = graph.nodes().get(ids.get(i));
      Emission emission = emissions.get(ids.get(i));
      if (emission == null || !active[ids.get(i)]) {
        continue;
      }
      String gradient = gather(node.output(), lines);
      if (gradient != null && !pass(node, emission, gradient, lines)) {
        return false;
      }
    }
    collect(lines);
    return true;
  }

  private boolean pass(Node node, Emission emission, String gradient, List<String> lines) {
    List<Value> operands =
        emission.kernel() == Emission.Kernel.NODE ? node.inputs() : emission.operands();
    String factor = gradient;
    if (roundsFactors(node, emission)) {
      factor = "e" + node.output().id();
      lines.add(factor + " = " + Rounding.down(gradient));
    }
    for (int i = 0; i < operands.size(); i++) {
      Value operand = operands.get(i);
      if (active[operand.id()]) {
        if (node.op() instanceof Op.Slice slice) {
          slices
              .computeIfAbsent(operand.id(), id -> new SliceGradients(scope, operand, batch))
              .add(slice, gradient);
          continue;
        }
        boolean bias = emission.kernel() == Emission.Kernel.LINEAR && i == 0;
        String part = derivatives.of(node, emission, i, bias ? gradient : factor);
        if (part == null) {
          return false;
        }
        if (!part.equals(Derivatives.ZERO)) {
          add(operand, part);
        }
      }
    }
    return true;
  }

  private boolean roundsFactors(Node node, Emission emission) {
    if (emission.kernel() == Emission.Kernel.LINEAR) {
      return new Products(scope).rounded(emission.operands().get(2));
    }
    return node.op() instanceof Op.MatMul && new Products(scope).rounded(node.inputs().get(1));
  }

  private void add(Value value, String expression) {
    incoming.computeIfAbsent(value.id(), id -> new ArrayList<>()).add(expression);
  }

  /** Writes the sum of what came in; returns its variable, or null if nothing did. */
  private @Nullable String gather(Value value, List<String> lines) {
    List<String> parts = new ArrayList<>(incoming.getOrDefault(value.id(), List.of()));
    SliceGradients cut = slices.get(value.id());
    if (cut != null) {
      parts.addAll(cut.parts());
    }
    if (parts.isEmpty()) {
      return null;
    }
    String sum = parts.get(0);
    for (String part : parts.subList(1, parts.size())) {
      sum = call("add", sum, part);
    }
    String variable = "d" + value.id();
    lines.add(variable + " = " + sum);
    return variable;
  }

  private void collect(List<String> lines) {
    for (Node node : graph.nodes()) {
      if (node.op() instanceof Op.Parameter parameter && parameters.contains(parameter.name())) {
        String gradient = gather(node.output(), lines);
        String value =
            gradient == null
                ? call("zeros_like", scope.read(node.output()))
                : call("contiguous", gradient);
        lines.add("g" + parameters.indexOf(parameter.name()) + " = " + value);
      }
    }
  }

  /** Marks the values that depend smoothly on a parameter. */
  private boolean[] active() {
    boolean[] marks = new boolean[graph.nodes().size()];
    for (Node node : graph.nodes()) {
      boolean active =
          node.op() instanceof Op.Parameter parameter && parameters.contains(parameter.name());
      for (Value operand : node.inputs()) {
        active |= marks[operand.id()];
      }
      marks[node.output().id()] = active && node.output().type().dtype().isFloating();
    }
    return marks;
  }
}
