// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import io.nncreator.api.graph.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a TorchScript module.
 *
 * @param name identifier
 * @param tensor its value; null = an empty list of tensors that the program fills
 * @param parameter whether it is trainable
 */
public record Attribute(String name, @Nullable Tensor tensor, boolean parameter) {
  /** Returns a fixed tensor. */
  public static Attribute buffer(String name, Tensor tensor) {
    return new Attribute(name, tensor, false);
  }

  /** Returns a tensor that may be trained further. */
  public static Attribute parameter(String name, Tensor tensor) {
    return new Attribute(name, tensor, true);
  }

  /** Returns an empty list of tensors. */
  public static Attribute list(String name) {
    return new Attribute(name, null, false);
  }

  String declaration() {
    return "  " + name + " : " + (tensor == null ? "List[Tensor]" : "Tensor") + "\n";
  }
}
