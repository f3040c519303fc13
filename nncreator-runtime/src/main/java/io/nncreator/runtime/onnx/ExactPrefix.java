// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.runtime.onnx.ProtobufReader.Field;
import java.util.List;
import java.util.Map;

/**
 * The first nodes of a served model, as far as their results are {@linkplain ExactOperation exact}:
 * the preparation of features. Java computes them, because for a single row ONNX Runtime needs more
 * time to pass from node to node than a whole small network takes. Immutable.
 *
 * @param numbers where raw numbers go, row-major
 * @param codes where codes go, row-major
 * @param matrices all matrices
 * @param fixed elements of those with a single row, by slot
 * @param steps in their order
 * @param results what the nodes that are left take as inputs
 * @param rest the nodes that are left
 */
record ExactPrefix(
    RowMatrix numbers,
    RowMatrix codes,
    List<RowMatrix> matrices,
    Map<Integer, double[]> fixed,
    List<ExactStep> steps,
    List<Result> results,
    List<Field> rest) {
  /** A matrix that becomes an input of the model. */
  record Result(Port port, RowMatrix matrix) {}

  ExactPrefix {
    matrices = List.copyOf(matrices);
    fixed = Map.copyOf(fixed);
    steps = List.copyOf(steps);
    results = List.copyOf(results);
    rest = List.copyOf(rest);
  }

  /** Returns the inputs of the nodes that are left. */
  List<Port> ports() {
    return results.stream().map(Result::port).toList();
  }

  /** Returns memory for the matrices of up to some rows, by slot. */
  double[][] memory(int rows) {
    double[][] memory = new double[matrices.size()][];
    for (RowMatrix matrix : matrices) {
      double[] known = fixed.get(matrix.slot());
      memory[matrix.slot()] =
          known == null ? new double[Math.multiplyExact(matrix.width(), rows)] : known;
    }
    return memory;
  }

  /** Computes the results of some rows and writes them to the inputs of a batch. */
  void run(double[][] memory, RowBatch batch, int rows) {
    for (ExactStep step : steps) {
      step.run(memory, rows);
    }
    for (int i = 0; i < results.size(); i++) {
      RowMatrix matrix = results.get(i).matrix();
      batch.input(i).put(memory[matrix.slot()], rows * matrix.width());
    }
  }
}
