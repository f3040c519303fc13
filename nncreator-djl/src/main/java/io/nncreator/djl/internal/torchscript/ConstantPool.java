// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import io.nncreator.api.graph.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fixed tensors of a program, each stored once. Not thread-safe. */
public final class ConstantPool {
  private final Map<Tensor, String> names = new LinkedHashMap<>();

  /** Returns the expression that reads a tensor. */
  public String reference(Tensor tensor) {
    return "self." + names.computeIfAbsent(tensor, fresh -> "c" + names.size());
  }

  /** Returns the tensors referred to so far as module attributes. */
  public List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>();
    names.forEach((tensor, name) -> attributes.add(Attribute.buffer(name, tensor)));
    return attributes;
  }
}
