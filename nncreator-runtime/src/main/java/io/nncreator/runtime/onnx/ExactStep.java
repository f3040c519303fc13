// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.DType;
import java.util.List;

/** One step of an {@link ExactPrefix}. */
sealed interface ExactStep {
  /** Computes some rows; {@code slots} holds the elements of all matrices. */
  void run(double[][] slots, int rows);

  /** An operation element by element; operands of one row or one column are repeated. */
  record Elementwise(ExactOperation operation, List<RowMatrix> in, RowMatrix out)
      implements ExactStep {
    @Override
    public void run(double[][] slots, int rows) {
      RowMatrix first = in.get(0);
      RowMatrix second = in.get(Math.min(1, in.size() - 1));
      RowMatrix third = in.get(in.size() - 1);
      double[] a = slots[first.slot()];
      double[] b = slots[second.slot()];
      double[] c = slots[third.slot()];
      double[] y = slots[out.slot()];
      boolean narrow = out.dtype() == DType.F32;
      for (int row = 0; row < rows; row++) {
        int atA = row * first.rowStep();
        int atB = row * second.rowStep();
        int atC = row * third.rowStep();
        int atY = row * out.width();
        for (int column = 0; column < out.width(); column++) {
          double value =
              operation.of(
                  a[atA + column * first.columnStep()],
                  b[atB + column * second.columnStep()],
                  c[atC + column * third.columnStep()]);
          y[atY + column] = narrow ? (float) value : value;
        }
      }
    }
  }

  /** Columns of a matrix copied to columns of another one. */
  record Copy(RowMatrix from, int first, RowMatrix to, int at, int count) implements ExactStep {
    @Override
    public void run(double[][] slots, int rows) {
      double[] x = slots[from.slot()];
      double[] y = slots[to.slot()];
      for (int row = 0; row < rows; row++) {
        int start = row * from.width() + first;
        int end = row * to.width() + at;
        for (int i = 0; i < count; i++) {
          y[end + i] = x[start + i];
        }
      }
    }
  }
}
