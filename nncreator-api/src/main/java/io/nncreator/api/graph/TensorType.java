// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

import java.util.Objects;

/**
 * The static type of a value in a graph.
 *
 * <p>A graph describes <em>one</em> ensemble member. A back-end that runs K members at once puts a
 * leading axis of size K before the shape of every {@link #perMember} value; because all axes are
 * counted from the end and element-wise operands have equal ranks, the same graph serves any K.
 *
 * @param dtype element type
 * @param shape dimensions for one member
 * @param perMember whether the value differs between members (parameters and what follows them)
 */
public record TensorType(DType dtype, Shape shape, boolean perMember) {
  /** Checks that nothing is null. */
  public TensorType {
    Objects.requireNonNull(dtype, "dtype");
    Objects.requireNonNull(shape, "shape");
  }

  /** Returns this type with another element type. */
  public TensorType as(DType other) {
    return new TensorType(other, shape, perMember);
  }

  /** Returns this type with another shape. */
  public TensorType as(Shape other) {
    return new TensorType(dtype, other, perMember);
  }

  @Override
  public String toString() {
    return dtype + "" + shape + (perMember ? " per member" : "");
  }
}
