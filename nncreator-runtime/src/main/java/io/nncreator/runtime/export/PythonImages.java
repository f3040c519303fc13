// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.export;

import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Span;
import java.util.List;

/** Convolutions and pools as Python expressions, member by member where PyTorch needs it. */
final class PythonImages {
  private PythonImages() {}

  static String convolution(Op.Convolution op, Node node, List<String> x) {
    String settings =
        ", stride="
            + pair(op.rows().stride(), op.columns().stride())
            + ", padding="
            + pair(op.rows().padding(), op.columns().padding())
            + ", dilation="
            + pair(op.rows().dilation(), op.columns().dilation())
            + ", groups="
            + op.groups()
            + ")";
    boolean images = node.inputs().get(0).type().perMember();
    boolean filters = node.inputs().get(1).type().perMember();
    if (images && filters) {
      return "torch.stack([F.conv2d(x, w"
          + settings
          + " for x, w in zip("
          + String.join(", ", x)
          + ")])";
    }
    if (filters) {
      return "torch.stack([F.conv2d("
          + x.get(0)
          + ", w"
          + settings
          + " for w in "
          + x.get(1)
          + "])";
    }
    return images
        ? "torch.stack([F.conv2d(x, " + x.get(1) + settings + " for x in " + x.get(0) + "])"
        : "F.conv2d(" + String.join(", ", x) + settings;
  }

  static String pool(Op.Pool op, Node node, String x) {
    boolean members = node.inputs().get(0).type().perMember();
    Span rows = op.rows();
    Span columns = op.columns();
    String call =
        (op.kind() == ReduceKind.MAX ? "F.max_pool2d(" : "F.avg_pool2d(")
            + (members ? x + ".flatten(0, 1)" : x)
            + ", "
            + pair(rows.size(), columns.size())
            + ", stride="
            + pair(rows.stride(), columns.stride())
            + ", padding="
            + pair(rows.padding(), columns.padding())
            + ")";
    return members ? call + ".unflatten(0, " + x + ".shape[:2])" : call;
  }

  private static String pair(int rows, int columns) {
    return "(" + rows + ", " + columns + ")";
  }
}
