// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Value;
import java.util.List;

/** Sums inputs of equal shape: the joint of a residual connection (arXiv 1512.03385). */
public record Add() implements Layer {
  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Settings.alike(inputs);
    Value sum = inputs.get(0);
    for (Value next : inputs.subList(1, inputs.size())) {
      sum = graph.binary(BinaryKind.ADD, sum, next);
    }
    return sum;
  }
}
