// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.DType;
import io.nncreator.runtime.onnx.ProtobufReader.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Divides the nodes of a served model into those that Java computes and those that are left. */
final class PrefixDivision {
  private final FixedTensors tensors;
  private final Map<String, RowMatrix> matrices = new LinkedHashMap<>();
  private final List<RowMatrix> all = new ArrayList<>();
  private final Map<Integer, double[]> fixed = new LinkedHashMap<>();
  private final List<ExactStep> steps = new ArrayList<>();
  private final List<Field> rest = new ArrayList<>();
  private final Set<String> read = new HashSet<>();

  private PrefixDivision(FixedTensors tensors) {
    this.tensors = tensors;
  }

  /**
   * Divides the nodes.
   *
   * @param numbers name and width of the raw numbers, or null
   * @param codes name and width of the codes, or null
   * @param answer name of the model's result, which ONNX Runtime always computes
   */
  static ExactPrefix of(
      List<OnnxNode> nodes,
      FixedTensors tensors,
      @Nullable Port numbers,
      @Nullable Port codes,
      String answer) {
    Set<String> refused = new HashSet<>(Set.of(answer));
    while (true) {
      PrefixDivision division = new PrefixDivision(tensors);
      RowMatrix first = division.declare(numbers, DType.F64);
      RowMatrix second = division.declare(codes, DType.I64);
      nodes.forEach(node -> division.place(node, refused));
      // ONNX Runtime cannot be given truth values, so it has to compute those that it reads.
      if (!refused.addAll(division.truthsRead())) {
        return new ExactPrefix(
            first,
            second,
            division.all,
            division.fixed,
            division.steps,
            division.results(),
            division.rest);
      }
    }
  }

  private void place(OnnxNode node, Set<String> refused) {
    boolean taken =
        node.standard()
            && node.outputs().size() == 1
            && !refused.contains(node.outputs().get(0))
            && take(node, node.outputs().get(0));
    if (!taken) {
      rest.add(node.field());
      read.addAll(node.inputs());
    }
  }

  private List<String> truthsRead() {
    return matrices.entrySet().stream()
        .filter(entry -> read.contains(entry.getKey()))
        .filter(entry -> entry.getValue().dtype() == DType.BOOL)
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<ExactPrefix.Result> results() {
    List<ExactPrefix.Result> results = new ArrayList<>();
    matrices.forEach(
        (name, matrix) -> {
          if (!matrix.fixed() && read.contains(name)) {
            Port port = new Port(name, matrix.dtype(), matrix.width());
            results.add(new ExactPrefix.Result(port, matrix));
          }
        });
    return results;
  }

  private boolean take(OnnxNode node, String result) {
    if (node.operator().equals("Slice")) {
      return slice(node, result);
    }
    List<RowMatrix> in = new ArrayList<>();
    for (String name : node.inputs()) {
      RowMatrix matrix = matrix(name);
      if (matrix == null) {
        return false;
      }
      in.add(matrix);
    }
    if (node.operator().equals("Concat")) {
      return concat(node, in, result);
    }
    for (ExactOperation operation : ExactOperation.values()) {
      if (operation.is(node)) {
        return elementwise(operation, node, in, result);
      }
    }
    return false;
  }

  private boolean elementwise(
      ExactOperation operation, OnnxNode node, List<RowMatrix> in, String result) {
    int width = in.stream().mapToInt(RowMatrix::width).max().orElse(0);
    boolean alike = in.stream().allMatch(x -> x.width() == width || x.width() == 1);
    DType type = operation.result(node, in);
    if (!alike || type == null || in.stream().allMatch(RowMatrix::fixed)) {
      return false;
    }
    steps.add(new ExactStep.Elementwise(operation, in, add(result, type, width, false)));
    return true;
  }

  private boolean concat(OnnxNode node, List<RowMatrix> in, String result) {
    DType type = in.get(0).dtype();
    long axis = node.integer("axis").orElse(0);
    if ((axis != -1 && axis != 1) || in.stream().anyMatch(x -> x.fixed() || x.dtype() != type)) {
      return false;
    }
    RowMatrix out = add(result, type, in.stream().mapToInt(RowMatrix::width).sum(), false);
    int at = 0;
    for (RowMatrix part : in) {
      steps.add(new ExactStep.Copy(part, 0, out, at, part.width()));
      at += part.width();
    }
    return true;
  }

  private boolean slice(OnnxNode node, String result) {
    List<String> in = node.inputs();
    RowMatrix x = matrix(in.get(0));
    if (in.size() != 4 || x == null || x.fixed()) {
      return false;
    }
    OptionalInt start = tensors.place(in.get(1));
    OptionalInt end = tensors.place(in.get(2));
    OptionalInt axis = tensors.place(in.get(3));
    if (start.isEmpty() || end.isEmpty() || Math.abs(axis.orElse(0)) != 1) {
      return false;
    }
    int first = start.getAsInt();
    int width = end.getAsInt() - first;
    if (first < 0 || width < 1 || width > x.width() - first) {
      return false;
    }
    steps.add(new ExactStep.Copy(x, first, add(result, x.dtype(), width, false), 0, width));
    return true;
  }

  /** Returns a matrix that is computed or fixed, or null. */
  private @Nullable RowMatrix matrix(String name) {
    RowMatrix known = matrices.get(name);
    FixedTensors.Row row = tensors.row(name);
    if (known != null || row == null) {
      return known;
    }
    RowMatrix matrix = add(name, row.dtype(), row.elements().length, true);
    fixed.put(matrix.slot(), row.elements());
    return matrix;
  }

  private RowMatrix declare(@Nullable Port port, DType dtype) {
    return add(port == null ? "" : port.name(), dtype, port == null ? 0 : port.width(), false);
  }

  private RowMatrix add(String name, DType dtype, int width, boolean row) {
    RowMatrix matrix = new RowMatrix(all.size(), dtype, width, row);
    all.add(matrix);
    matrices.put(name, matrix);
    return matrix;
  }
}
