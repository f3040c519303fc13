// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.release;

import io.nncreator.api.error.CreationException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.training.TrainingRows;
import io.nncreator.core.internal.selection.ProcedureRun;
import io.nncreator.core.internal.selection.Trial;
import io.nncreator.runtime.onnx.EncodedRows;
import io.nncreator.runtime.onnx.NetworkRunner;
import java.util.Locale;

/**
 * Compares what the training engine put out for validation rows with what ONNX Runtime puts out for
 * them from the exported weights. A difference stops the release: it would be another network.
 */
final class EngineParity {
  /** Largest difference, relative to outputs beyond ±1. */
  static final double TOLERANCE = 1e-4;

  /** Rows compared at most; of more, evenly spaced ones are. */
  static final int MOST_ROWS = 20_000;

  private EngineParity() {}

  /**
   * Checks every member on its validation rows, at most {@link #MOST_ROWS} of all members together.
   *
   * @throws CreationException with {@link ErrorCode#RELEASE_MISMATCH}
   */
  static void check(ProcedureRun run, Trial trial) {
    TrainingRows rows = run.encoded().training();
    int width = trial.network().outputs();
    int step = Math.max(1, (rows.rows() + MOST_ROWS - 1) / MOST_ROWS);
    float[][] served;
    try (NetworkRunner runner = NetworkRunner.open(trial.network(), trial.result().weights())) {
      served = runner.run(every(rows, step));
    }
    for (int member = 0; member < served.length; member++) {
      float[] trained = trial.result().members().get(member).validationOutputs();
      int[] inside = run.folds().inside(member);
      for (int i = 0; i < inside.length * width; i++) {
        int row = inside[i / width];
        if (row % step != 0) {
          continue;
        }
        float expected = trained[i];
        float got = served[member][row / step * width + i % width];
        if (!(Math.abs(expected - got) <= TOLERANCE * Math.max(1, Math.abs(expected)))) {
          throw mismatch(trial, member, expected, got);
        }
      }
    }
  }

  /** Returns the rows whose number is a multiple of the step. */
  static EncodedRows every(TrainingRows rows, int step) {
    if (step == 1) {
      return new EncodedRows(rows.rows(), rows.numeric(), rows.codes());
    }
    int count = (rows.rows() + step - 1) / step;
    int numbers = rows.layout().numeric();
    int categories = rows.layout().cardinalities().size();
    float[] numeric = new float[count * numbers];
    long[] codes = new long[count * categories];
    for (int i = 0; i < count; i++) {
      System.arraycopy(rows.numeric(), i * step * numbers, numeric, i * numbers, numbers);
      System.arraycopy(rows.codes(), i * step * categories, codes, i * categories, categories);
    }
    return new EncodedRows(count, numeric, codes);
  }

  private static CreationException mismatch(Trial trial, int member, float expected, float got) {
    return new CreationException(
        ErrorCode.RELEASE_MISMATCH,
        String.format(
            Locale.ROOT,
            "The exported network %s (member %d) answers %s where the trained one answers %s; the"
                + " release was stopped. Maybe report it with the bundle's task and data.",
            trial.name(),
            member,
            got,
            expected),
        null);
  }
}
