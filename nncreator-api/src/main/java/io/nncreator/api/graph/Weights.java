// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The values of all parameters of K ensemble members: name to an {@link DType#F32} tensor whose
 * first axis is the member.
 *
 * @param members K, at least 1
 * @param tensors in the order of the graph's parameters
 */
public record Weights(int members, Map<String, Tensor> tensors) {
  /** Checks the element type and the leading axis of every tensor. */
  public Weights {
    if (members < 1) {
      throw new IllegalArgumentException(
          "Weights are of at least 1 member, not of " + members + ".");
    }
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      long[] dims = entry.getValue().dims();
      boolean leading = dims.length > 0 && dims[0] == members;
      if (!leading || entry.getValue().dtype() != DType.F32) {
        throw new IllegalArgumentException(
            "The weights "
                + entry.getKey()
                + " must be F32 with a first axis of "
                + members
                + " members, got "
                + entry.getValue()
                + ".");
      }
    }
  }

  /** Draws first values; each member has its own random stream, so K does not change a member. */
  public static Weights initialize(List<ParameterSpec> parameters, long[] memberSeeds) {
    int members = memberSeeds.length;
    SplittableRandom[] streams = new SplittableRandom[members];
    for (int k = 0; k < members; k++) {
      streams[k] = new SplittableRandom(memberSeeds[k]);
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (ParameterSpec parameter : parameters) {
      int size = Math.toIntExact(parameter.shape().elements());
      float[] data = new float[Math.multiplyExact(size, members)];
      for (int k = 0; k < members; k++) {
        parameter.initializer().fill(data, k * size, size, streams[k]);
      }
      tensors.put(parameter.name(), Tensor.of(data, withMembers(parameter.shape(), members)));
    }
    return new Weights(members, tensors);
  }

  /**
   * Returns a copy of the values of chosen members, in the order of the choice.
   *
   * @param chosen numbers from 0 to {@link #members} - 1, at least one
   */
  public Weights select(int... chosen) {
    for (int member : chosen) {
      if (member < 0 || member >= members) {
        throw new IllegalArgumentException(
            "There is no member " + member + " among " + members + ".");
      }
    }
    Map<String, Tensor> selected = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          int size = tensor.size() / members;
          float[] data = new float[size * chosen.length];
          for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(tensor.floats(), chosen[i] * size, data, i * size, size);
          }
          long[] dims = tensor.dims();
          dims[0] = chosen.length;
          selected.put(name, Tensor.of(data, dims));
        });
    return new Weights(chosen.length, selected);
  }

  /**
   * Returns a copy in which one member has the values of another one's.
   *
   * @param member to be replaced, from 0 to {@link #members} - 1
   * @param from weights of the same parameters
   * @param source the member to take there
   */
  public Weights with(int member, Weights from, int source) {
    if (!from.tensors.keySet().equals(tensors.keySet())) {
      throw new IllegalArgumentException(
          "The weights " + from.tensors.keySet() + " are not of " + tensors.keySet() + ".");
    }
    Weights taken = from.select(source);
    Weights present = select(IntStream.range(0, members).toArray());
    present.tensors.forEach(
        (name, tensor) -> {
          float[] values = Objects.requireNonNull(taken.tensors.get(name)).floats();
          int size = tensor.size() / members;
          if (values.length != size) {
            throw new IllegalArgumentException(
                "The weights " + name + " have " + values.length + " elements, not " + size + ".");
          }
          System.arraycopy(values, 0, tensor.floats(), member * size, size);
        });
    return present;
  }

  /** Returns whether every element is a finite number. */
  public boolean finite() {
    for (Tensor tensor : tensors.values()) {
      for (float value : tensor.floats()) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }

  private static long[] withMembers(Shape shape, int members) {
    long[] dims = new long[shape.rank() + 1];
    dims[0] = members;
    System.arraycopy(shape.dims(), 0, dims, 1, shape.rank());
    return dims;
  }
}
