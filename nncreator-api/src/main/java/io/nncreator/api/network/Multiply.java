// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Value;
import java.util.List;

/** Multiplies inputs of equal shape: the joint of a gate. */
public record Multiply() implements Layer {
  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Settings.alike(inputs);
    Value product = inputs.get(0);
    for (Value next : inputs.subList(1, inputs.size())) {
      product = graph.binary(BinaryKind.MUL, product, next);
    }
    return product;
  }
}
