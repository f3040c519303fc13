// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Tensor;
import java.util.List;

/**
 * Writes element-wise operations. ONNX Runtime's CPU kernels lack Cos, Softplus and Erf in 64 bits
 * and Where on truth values (seen in 1.28.0), so these are made of others.
 */
final class ElementwiseWriter {
  private final OnnxGraph onnx;

  ElementwiseWriter(OnnxGraph onnx) {
    this.onnx = onnx;
  }

  static String operator(BinaryKind kind) {
    return switch (kind) {
      case ADD -> "Add";
      case SUB -> "Sub";
      case MUL -> "Mul";
      case DIV -> "Div";
      case MIN -> "Min";
      case MAX -> "Max";
      case POW -> "Pow";
      case LESS -> "Less";
      case EQUAL -> "Equal";
    };
  }

  void unary(UnaryKind kind, DType dtype, String x, String result) {
    if (dtype == DType.F64 && kind == UnaryKind.COS) {
      onnx.node("Sin", List.of(step("Add", result, x, scalar(Math.PI / 2))), result);
    } else if (dtype == DType.F64 && kind == UnaryKind.SOFTPLUS) {
      String decay = step("Exp", result, step("Neg", result, step("Abs", result, x)));
      String rest = step("Log", result, step("Add", result, decay, scalar(1)));
      onnx.node("Add", List.of(step("Relu", result, x), rest), result);
    } else if (dtype == DType.F64 && kind == UnaryKind.ERF) {
      String narrow = step("Erf", result, cast(x, ElementType.FLOAT, result));
      onnx.node("Cast", List.of(narrow), result, Attribute.of("to", ElementType.DOUBLE.code()));
    } else {
      onnx.node(operator(kind), List.of(x), result);
    }
  }

  void where(DType dtype, List<String> operands, String result) {
    if (dtype != DType.BOOL) {
      onnx.node("Where", operands, result);
      return;
    }
    String condition = operands.get(0);
    String yes = step("And", result, condition, operands.get(1));
    String no = step("And", result, step("Not", result, condition), operands.get(2));
    onnx.node("Or", List.of(yes, no), result);
  }

  private static String operator(UnaryKind kind) {
    return switch (kind) {
      case NEG -> "Neg";
      case ABS -> "Abs";
      case EXP -> "Exp";
      case LOG -> "Log";
      case SQRT -> "Sqrt";
      case RECIPROCAL -> "Reciprocal";
      case FLOOR -> "Floor";
      case SIN -> "Sin";
      case COS -> "Cos";
      case TANH -> "Tanh";
      case SIGMOID -> "Sigmoid";
      case RELU -> "Relu";
      case SOFTPLUS -> "Softplus";
      case ERF -> "Erf";
      case IS_NAN -> "IsNaN";
    };
  }

  private String step(String operator, String result, String... operands) {
    String name = onnx.names().take(result + "_" + operator);
    onnx.node(operator, List.of(operands), name);
    return name;
  }

  private String cast(String x, ElementType to, String result) {
    String name = onnx.names().take(result + "_Cast");
    onnx.node("Cast", List.of(x), name, Attribute.of("to", to.code()));
    return name;
  }

  private String scalar(double value) {
    return onnx.constant(Tensor.of(new double[] {value}));
  }
}
