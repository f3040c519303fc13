// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

/**
 * A primitive tensor operation with its static attributes. The set is closed: each back-end handles
 * every one. Axes are negative (counted from the end), so that leading batch and member axes never
 * matter. How each operation types its operands is said at the {@link GraphBuilder} method of the
 * same name.
 */
public sealed interface Op {

  /** A value fed from outside, by name. No operands. */
  record Input(String name) implements Op {}

  /** A trainable tensor, by name. No operands. */
  record Parameter(String name) implements Op {}

  /** A fixed tensor. No operands. */
  record Constant(Tensor value) implements Op {}

  /** An element-wise function of one operand. */
  record Unary(UnaryKind kind) implements Op {}

  /** An element-wise function of two operands of equal rank, with broadcasting of size-1 axes. */
  record Binary(BinaryKind kind) implements Op {}

  /** Chooses element-wise: condition, value if true, value if false; with broadcasting. */
  record Where() implements Op {}

  /**
   * Converts the element type: floating to integer cuts the fraction off (what becomes of NaN is
   * not defined), truth values become 1 and 0, and all but 0 is true.
   */
  record Cast(DType to) implements Op {}

  /**
   * Multiplies rows by a matrix, {@code [batch, .., n] x [n, m] -> [batch, .., m]}, or matrices of
   * rows by matrices of rows, {@code [batch, .., l, n] x [batch, .., n, m] -> [batch, .., l, m]}.
   */
  record MatMul() implements Op {}

  /**
   * Slides filters over images, as cross-correlation: {@code images [batch, c, h, w], filters [f, c
   * / groups, rows, columns] -> [batch, f, h', w']}. Channels and filters are divided into groups;
   * a filter reads the channels of its own group. Beyond the edge there are zeros.
   */
  record Convolution(Span rows, Span columns, int groups) implements Op {}

  /**
   * Reduces each position of a window that slides over images: {@code [batch, c, h, w] -> [batch,
   * c, h', w']}. Beyond the edge there is nothing for {@link ReduceKind#MAX} and zeros for {@link
   * ReduceKind#MEAN}; there is no sum.
   */
  record Pool(ReduceKind kind, Span rows, Span columns) implements Op {}

  /** Reduces one axis to size 1. */
  record Reduce(ReduceKind kind, int axis) implements Op {}

  /** Normalised exponentials along the last axis. */
  record Softmax() implements Op {}

  /** Logarithm of {@link Softmax}, computed stably. */
  record LogSoftmax() implements Op {}

  /** Gives each row new dimensions; the batch axis stays. */
  record Reshape(Shape to) implements Op {}

  /** Swaps two axes of each row. */
  record Transpose(int first, int second) implements Op {}

  /** Joins operands along an axis. */
  record Concat(int axis) implements Op {}

  /** Cuts {@code length} elements from {@code start} on, along an axis. */
  record Slice(int axis, long start, long length) implements Op {}

  /**
   * Looks up rows of a table: {@code table [v, d], indices [batch, .., 1] -> [batch, .., d]}. Who
   * feeds the indices sees to it that each is from 0 to v - 1.
   */
  record Embedding() implements Op {}

  /** Encodes codes {@code [batch, 1] -> [batch, depth]}; a code out of range gives zeros. */
  record OneHot(long depth) implements Op {}

  /** Zeroes elements with probability {@code rate} in training and rescales the rest. */
  record Dropout(double rate) implements Op {}

  /** Averages over the ensemble members; the result is no longer per member. */
  record MemberMean() implements Op {}

  /** Element-wise functions of one operand. */
  enum UnaryKind {
    /** {@code -x}. */
    NEG,
    /** {@code |x|}. */
    ABS,
    /** {@code e^x}. */
    EXP,
    /** Natural logarithm. */
    LOG,
    /** Square root. */
    SQRT,
    /** {@code 1 / x}. */
    RECIPROCAL,
    /** Largest integer not above x. */
    FLOOR,
    /** Sine of radians. */
    SIN,
    /** Cosine of radians. */
    COS,
    /** Hyperbolic tangent. */
    TANH,
    /** {@code 1 / (1 + e^-x)}. */
    SIGMOID,
    /** {@code max(x, 0)}; not defined for NaN. */
    RELU,
    /** {@code log(1 + e^x)}, computed stably. */
    SOFTPLUS,
    /** Gauss error function. */
    ERF,
    /** Whether x is not a number; the result is {@link DType#BOOL}. */
    IS_NAN
  }

  /** Element-wise functions of two operands. */
  enum BinaryKind {
    /** {@code a + b}. */
    ADD,
    /** {@code a - b}. */
    SUB,
    /** {@code a * b}. */
    MUL,
    /** {@code a / b}. */
    DIV,
    /** The smaller one; not defined for NaN. */
    MIN,
    /** The larger one; not defined for NaN. */
    MAX,
    /** {@code a ^ b}. */
    POW,
    /** {@code a < b}; the result is {@link DType#BOOL}. */
    LESS,
    /** {@code a == b}, false for NaN; the result is {@link DType#BOOL}. */
    EQUAL
  }

  /** Ways to reduce an axis. */
  enum ReduceKind {
    /** Sum. */
    SUM,
    /** Arithmetic mean. */
    MEAN,
    /** Largest element. */
    MAX
  }
}
