// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import static io.nncreator.djl.internal.torchscript.NodeEmitter.call;

import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Value;
import org.jspecify.annotations.Nullable;

/** Writes the derivatives of element-wise functions. */
final class ElementDerivatives {
  private static final String ERF_SLOPE = Literals.of(2 / Math.sqrt(Math.PI));

  private final GraphScope scope;

  ElementDerivatives(GraphScope scope) {
    this.scope = scope;
  }

  /** Returns what {@code y = f(x)} passes back. */
  String unary(UnaryKind kind, String x, String y, String g) {
    return switch (kind) {
      case NEG -> call("neg", g);
      case ABS -> call("mul", g, call("sign", x));
      case EXP -> call("mul", g, y);
      case LOG -> call("div", g, x);
      case SQRT -> call("div", g, call("mul", y, "2."));
      case RECIPROCAL -> call("neg", call("mul", g, call("mul", y, y)));
      case SIN -> call("mul", g, call("cos", x));
      case COS -> call("neg", call("mul", g, call("sin", x)));
      case TANH -> call("tanh_backward", g, y);
      case SIGMOID -> call("sigmoid_backward", g, y);
      case RELU -> call("threshold_backward", g, y, "0");
      case SOFTPLUS -> call("mul", g, call("sigmoid", x));
      case ERF ->
          call("mul", g, call("mul", call("exp", call("neg", call("mul", x, x))), ERF_SLOPE));
      case FLOOR, IS_NAN -> Derivatives.ZERO;
    };
  }

  /** Returns what a function of two operands passes back to one, in the result's shape. */
  @Nullable String binary(BinaryKind kind, Node node, int operand, String g) {
    String own = scope.read(node.inputs().get(operand));
    String other = term(node.inputs().get(1 - operand));
    boolean first = operand == 0;
    return switch (kind) {
      case ADD -> g;
      case SUB -> first ? g : call("neg", g);
      case MUL -> call("mul", g, other);
      case DIV -> first ? call("div", g, other) : divisor(node, g);
      case MIN -> call("mul", g, call(first ? "le" : "lt", own, other));
      case MAX -> call("mul", g, call(first ? "ge" : "gt", own, other));
      case POW -> first ? base(node, g) : exponent(node, g);
      case LESS, EQUAL -> Derivatives.ZERO;
    };
  }

  private String divisor(Node node, String g) {
    String ratio = call("div", scope.read(node.output()), scope.read(node.inputs().get(1)));
    return call("neg", call("mul", g, ratio));
  }

  /** b * a^(b - 1). */
  private String base(Node node, String g) {
    String a = scope.read(node.inputs().get(0));
    String b = scope.read(node.inputs().get(1));
    return call("mul", g, call("mul", b, call("pow", a, call("sub", b, "1"))));
  }

  /** a^b * log a; 0 where a is 0, as the limit for positive exponents is. */
  private String exponent(Node node, String g) {
    String a = scope.read(node.inputs().get(0));
    String slope = call("mul", scope.read(node.output()), call("log", a));
    return call("mul", g, call("where", call("eq", a, "0"), "0.", slope));
  }

  private String term(Value value) {
    String literal = scope.literal(value);
    return literal == null ? scope.read(value) : literal;
  }
}
