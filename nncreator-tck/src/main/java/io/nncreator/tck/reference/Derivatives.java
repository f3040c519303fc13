// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.UnaryKind;

/** The derivatives of the functions in {@link Elements}; at a kink that of one side. */
final class Derivatives {
  private Derivatives() {}

  static double unary(UnaryKind kind, double x) {
    double y = Elements.unary(kind, x);
    return switch (kind) {
      case NEG -> -1;
      case ABS -> Math.signum(x);
      case EXP -> y;
      case LOG -> 1 / x;
      case SQRT -> 0.5 / y;
      case RECIPROCAL -> -y * y;
      case SIN -> Math.cos(x);
      case COS -> -Math.sin(x);
      case TANH -> 1 - y * y;
      case SIGMOID -> y * (1 - y);
      case RELU -> x > 0 ? 1 : 0;
      case SOFTPLUS -> Elements.unary(UnaryKind.SIGMOID, x);
      case ERF -> 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
      case FLOOR, IS_NAN -> 0;
    };
  }

  static double byFirst(BinaryKind kind, double a, double b) {
    return switch (kind) {
      case ADD, SUB -> 1;
      case MUL -> b;
      case DIV -> 1 / b;
      case MIN -> a < b ? 1 : 0;
      case MAX -> a > b ? 1 : 0;
      case POW -> b * Math.pow(a, b - 1);
      case LESS, EQUAL -> 0;
    };
  }

  static double bySecond(BinaryKind kind, double a, double b) {
    return switch (kind) {
      case ADD -> 1;
      case SUB -> -1;
      case MUL -> a;
      case DIV -> -a / (b * b);
      case MIN -> a < b ? 0 : 1;
      case MAX -> a > b ? 0 : 1;
      case POW -> Math.pow(a, b) * Math.log(a);
      case LESS, EQUAL -> 0;
    };
  }
}
