// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.DType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element-wise operation whose result IEEE 754 fixes to the last bit, so that Java and ONNX
 * Runtime cannot differ. Computing in 64 bits and then rounding to 32 gives what computing in 32
 * bits does: 53 bits are more than twice 24 and two (Figueroa, SIGNUM Newsletter 30(3), 1995).
 */
enum ExactOperation {
  IS_NAN("IsNaN", 1),
  NEG("Neg", 1),
  ABS("Abs", 1),
  FLOOR("Floor", 1),
  SQRT("Sqrt", 1),
  CAST("Cast", 1),
  ADD("Add", 2),
  SUB("Sub", 2),
  MUL("Mul", 2),
  DIV("Div", 2),
  MIN("Min", 2),
  MAX("Max", 2),
  LESS("Less", 2),
  EQUAL("Equal", 2),
  WHERE("Where", 3);

  private final String operator;
  private final int operands;

  ExactOperation(String operator, int operands) {
    this.operator = operator;
    this.operands = operands;
  }

  /** Says whether this is a node's operation. */
  boolean is(OnnxNode node) {
    return operator.equals(node.operator()) && operands == node.inputs().size();
  }

  /** Returns the type of the result; null if this is not exact for such operands. */
  @Nullable DType result(OnnxNode node, List<RowMatrix> in) {
    DType last = in.get(in.size() - 1).dtype();
    boolean real = last == DType.F32 || last == DType.F64;
    return switch (this) {
      case IS_NAN -> DType.BOOL;
      case EQUAL, LESS -> in.get(0).dtype() == last ? DType.BOOL : null;
      case NEG, ABS, FLOOR, SQRT -> real ? last : null;
      case ADD, SUB, MUL, DIV, MIN, MAX -> real && in.get(0).dtype() == last ? last : null;
      case WHERE -> in.get(0).dtype() == DType.BOOL && in.get(1).dtype() == last ? last : null;
      case CAST -> {
        long to = node.integer("to").orElse(0);
        yield to == ElementType.FLOAT.code()
            ? DType.F32
            : to == ElementType.DOUBLE.code() ? DType.F64 : null;
      }
    };
  }

  /** Computes an element; {@code b} and {@code c} are only read by operations that take them. */
  double of(double a, double b, double c) {
    return switch (this) {
      case IS_NAN -> Double.isNaN(a) ? 1 : 0;
      case NEG -> -a;
      case ABS -> Math.abs(a);
      case FLOOR -> Math.floor(a);
      case SQRT -> Math.sqrt(a);
      case CAST -> a;
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
      case LESS -> a < b ? 1 : 0;
      case EQUAL -> a == b ? 1 : 0;
      case WHERE -> a == 0 ? c : b;
    };
  }
}
