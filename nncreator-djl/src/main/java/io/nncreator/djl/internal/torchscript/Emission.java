// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * The TorchScript expression of one node.
 *
 * @param text the expression
 * @param operands values that it reads
 */
record Emission(String text, List<Value> operands) {
  Emission {
    operands = List.copyOf(operands);
  }
}
