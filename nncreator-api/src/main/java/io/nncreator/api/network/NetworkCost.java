// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.SpecException;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Shape;
import java.util.HashSet;
import java.util.Set;

/**
 * What one member of a network costs, counted from its op graph with exact arithmetic before
 * anything is allocated.
 *
 * @param parameters number of trainable values
 * @param flopsPerRow floating-point operations of one forward pass of one row; a training step
 *     costs about three times as much
 * @param activationsPerRow values kept for one row while training
 */
public record NetworkCost(long parameters, long flopsPerRow, long activationsPerRow) {
  /** The largest number of trainable values of one member: 2^27, half a gigabyte. */
  public static final long MAX_PARAMETERS = 1L << 27;

  /** The largest number of values kept for one row while training: 2^26, a quarter gigabyte. */
  public static final long MAX_ACTIVATIONS = 1L << 26;

  /**
   * Estimates a network.
   *
   * @throws SpecException if shapes do not fit or a limit is passed
   */
  public static NetworkCost of(NetworkAssembly assembly) {
    NetworkCost cost;
    try {
      GraphBuilder builder = new GraphBuilder();
      builder.output("outputs", assembly.lower(builder, true));
      cost = of(builder.build());
    } catch (ArithmeticException e) {
      throw new SpecException(
          ErrorCode.SPEC_LIMIT, "nodes", "a size beyond 2^63", "at most " + MAX_PARAMETERS);
    }
    requireAtMost(cost.parameters(), "parameters", MAX_PARAMETERS);
    requireAtMost(cost.activationsPerRow(), "activations per row", MAX_ACTIVATIONS);
    return cost;
  }

  private static void requireAtMost(long count, String what, long limit) {
    if (count > limit) {
      throw new SpecException(
          ErrorCode.SPEC_LIMIT, "nodes", count + " " + what, "at most " + limit);
    }
  }

  /** Counts an op graph. */
  public static NetworkCost of(Graph graph) {
    long parameters = 0;
    for (ParameterSpec parameter : graph.parameters()) {
      parameters = Math.addExact(parameters, parameter.shape().elements());
    }
    long flops = 0;
    long activations = 0;
    Set<Integer> kept = kept(graph);
    for (Node node : graph.nodes()) {
      if (node.output().shape().batched()) {
        long size = node.output().shape().elements();
        if (kept.contains(node.output().id())) {
          activations = Math.addExact(activations, size);
        }
        flops = Math.addExact(flops, Math.multiplyExact(size, flopsPerElement(node)));
      }
    }
    return new NetworkCost(parameters, flops, activations);
  }

  /**
   * Returns the values that training keeps: those that something learnt has a part in or is
   * computed from. Products that are summed at once, a weight for each feature as in a linear
   * layer, are not written down.
   */
  private static Set<Integer> kept(Graph graph) {
    Set<Integer> learnt = new HashSet<>();
    Set<Integer> kept = new HashSet<>();
    graph.outputs().values().forEach(output -> kept.add(output.id()));
    for (Node node : graph.nodes()) {
      boolean parameter = node.op() instanceof Op.Parameter;
      if (parameter || node.inputs().stream().anyMatch(input -> learnt.contains(input.id()))) {
        learnt.add(node.output().id());
        kept.add(node.output().id());
        node.inputs().forEach(input -> kept.add(input.id()));
      }
    }
    for (Node node : graph.nodes()) {
      if (node.op() instanceof Op.Reduce reduce && reduce.kind() == ReduceKind.SUM) {
        Node product = graph.nodes().get(node.inputs().get(0).id());
        if (product.op() instanceof Op.Binary binary
            && binary.kind() == BinaryKind.MUL
            && product.output().shape().rank() == 4
            && !product.inputs().get(1).shape().batched()) {
          kept.remove(product.output().id());
        }
      }
    }
    return kept;
  }

  /**
   * Returns the bytes that training of K members needs: weights, best weights, two moments,
   * gradients, and the activations of a batch with their gradients.
   *
   * @throws ArithmeticException if it passes 2^63
   */
  public long trainingBytes(int members, int batchSize) {
    long state = Math.multiplyExact(parameters, 5L * Float.BYTES);
    long rows = Math.multiplyExact(activationsPerRow, 2L * Float.BYTES * batchSize);
    return Math.multiplyExact(Math.addExact(state, rows), (long) members);
  }

  private static long flopsPerElement(Node node) {
    if (node.op() instanceof Op.MatMul) {
      return Math.multiplyExact(2, node.inputs().get(0).shape().dim(-1));
    }
    if (node.op() instanceof Op.Convolution) {
      Shape filters = node.inputs().get(1).shape();
      return Math.multiplyExact(2, filters.elements() / filters.dim(0));
    }
    if (node.op() instanceof Op.Pool pool) {
      return Math.multiplyExact((long) pool.rows().size(), pool.columns().size());
    }
    return node.op() instanceof Op.Input ? 0 : 1;
  }
}
