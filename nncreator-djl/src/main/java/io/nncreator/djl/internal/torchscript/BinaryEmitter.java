// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes element-wise functions of two operands. A constant of one element becomes a literal, which
 * spares a broadcast: ranks are equal, so the other operand alone gives the shape.
 */
final class BinaryEmitter {
  private BinaryEmitter() {}

  static Emission emit(BinaryKind kind, Value a, Value b, GraphScope scope) {
    String left = scope.literal(a);
    String right = scope.literal(b);
    if (right != null && left == null) {
      String text = constantRight(kind, scope.read(a), right);
      return new Emission(Emission.Kernel.NODE, text, List.of(a));
    }
    if (left != null && right == null) {
      String text = constantLeft(kind, left, scope.read(b));
      if (text != null) {
        return new Emission(Emission.Kernel.NODE, text, List.of(b));
      }
    }
    return new Emission(
        Emission.Kernel.NODE, general(kind, scope.read(a), scope.read(b)), List.of(a, b));
  }

  private static String constantRight(BinaryKind kind, String x, String number) {
    return switch (kind) {
      case MIN -> "torch.clamp_max(" + x + ", " + number + ")";
      case MAX -> "torch.clamp_min(" + x + ", " + number + ")";
      default -> general(kind, x, number);
    };
  }

  private static @Nullable String constantLeft(BinaryKind kind, String number, String x) {
    return switch (kind) {
      case ADD, MUL, EQUAL, MIN, MAX -> constantRight(kind, x, number);
      case SUB -> "torch.rsub(" + x + ", " + number + ")";
      case LESS -> "torch.gt(" + x + ", " + number + ")";
      case POW -> "torch.pow(" + number + ", " + x + ")";
      case DIV -> null;
    };
  }

  private static String general(BinaryKind kind, String a, String b) {
    String both = "(" + a + ", " + b;
    return switch (kind) {
      case ADD -> "torch.add" + both + ")";
      case SUB -> "torch.sub" + both + ")";
      case MUL -> "torch.mul" + both + ")";
      case DIV -> "torch.div" + both + ")";
      case MIN -> "torch.minimum" + both + ")";
      case MAX -> "torch.maximum" + both + ")";
      case POW -> "torch.pow" + both + ")";
      case LESS -> "torch.lt" + both + ")";
      case EQUAL -> "torch.eq" + both + ")";
    };
  }
}
