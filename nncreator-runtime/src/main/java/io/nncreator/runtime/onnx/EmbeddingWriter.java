// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import java.util.Arrays;
import java.util.List;

/** Writes table look-ups with any mix of shared and per-member tables and indices. */
final class EmbeddingWriter {
  private final OnnxGraph onnx;
  private final int members;

  EmbeddingWriter(OnnxGraph onnx, int members) {
    this.onnx = onnx;
    this.members = members;
  }

  /**
   * Writes one look-up.
   *
   * @param stackedTable whether the table has a leading axis of members
   * @param operands table {@code [members?, v, d]} and indices {@code [members?, batch, .., 1]}
   */
  void write(Node node, boolean stackedTable, List<String> operands, String result) {
    boolean stackedIndices = members > 1 && node.inputs().get(1).type().perMember();
    String rows = onnx.names().take(result + "_rows");
    onnx.node("Squeeze", List.of(operands.get(1), integers(-1)), rows);
    if (stackedTable && stackedIndices) {
      gatherPerMember(node, operands.get(0), rows, result);
    } else {
      Attribute axis = Attribute.of("axis", stackedTable ? 1 : 0);
      onnx.node("Gather", List.of(operands.get(0), rows), result, axis);
    }
  }

  /** Lays the members' tables end to end and moves each member's indices to its own table. */
  private void gatherPerMember(Node node, String tables, String rows, String result) {
    Value table = node.inputs().get(0);
    long[] column = new long[node.inputs().get(1).shape().rank()];
    Arrays.fill(column, 1);
    column[0] = members;
    long levels = table.shape().dim(0);
    long[] offsets = new long[members];
    for (int k = 0; k < members; k++) {
      offsets[k] = k * levels;
    }
    String flat = onnx.names().take(result + "_table");
    String moved = onnx.names().take(result + "_moved");
    onnx.node("Reshape", List.of(tables, integers(-1, table.shape().dim(1))), flat);
    onnx.node("Add", List.of(rows, onnx.constant(Tensor.of(offsets, column))), moved);
    onnx.node("Gather", List.of(flat, moved), result, Attribute.of("axis", 0));
  }

  private String integers(long... values) {
    return onnx.constant(Tensor.of(values, values.length));
  }
}
