// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;

/**
 * Gives each row other dimensions; the elements stay in their order, the last axis running fastest.
 * So features become a series {@code [batch, steps, width]} or an image {@code [batch, channels,
 * height, width]}: {@code [batch, ..] -> [batch, shape..]}.
 *
 * @param shape 1 to 4 sizes, each at least 1; one of them may be -1 and is then worked out
 */
public record Reshape(List<Integer> shape) implements Layer {
  /** Checks the sizes. */
  public Reshape {
    shape = List.copyOf(shape);
    if (shape.isEmpty()
        || shape.size() > 4
        || shape.stream().anyMatch(size -> size < 1 && size != -1)
        || shape.stream().filter(size -> size == -1).count() > 1) {
      throw new IllegalArgumentException(
          "The setting shape ("
              + shape
              + ") must be 1 to 4 sizes of at least 1, of which one may be -1.");
    }
  }

  /** A layer with given sizes. */
  public Reshape(Integer... shape) {
    this(List.of(shape));
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    long elements = x.shape().elements();
    long known = 1;
    for (int size : shape) {
      known = Math.multiplyExact(known, size == -1 ? 1 : size);
    }
    boolean open = shape.contains(-1);
    if (open ? elements % known != 0 : elements != known) {
      throw new IllegalArgumentException(
          "The setting shape (" + shape + ") does not fit rows of " + elements + " elements.");
    }
    long rest = elements / known;
    return graph.reshapeRows(
        x, shape.stream().mapToLong(size -> size == -1 ? rest : size).toArray());
  }
}
