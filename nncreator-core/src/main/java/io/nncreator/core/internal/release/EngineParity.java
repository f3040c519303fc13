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

  private EngineParity() {}

  /**
   * Checks every member on all of its validation rows.
   *
   * @throws CreationException with {@link ErrorCode#RELEASE_MISMATCH}
   */
  static void check(ProcedureRun run, Trial trial) {
    TrainingRows rows = run.encoded().training();
    int width = trial.network().outputs();
    float[][] served;
    try (NetworkRunner runner = NetworkRunner.open(trial.network(), trial.result().weights())) {
      served = runner.run(new EncodedRows(rows.rows(), rows.numeric(), rows.codes()));
    }
    for (int member = 0; member < served.length; member++) {
      float[] trained = trial.result().members().get(member).validationOutputs();
      int[] inside = run.folds().inside(member);
      for (int i = 0; i < inside.length * width; i++) {
        float expected = trained[i];
        float got = served[member][inside[i / width] * width + i % width];
        if (!(Math.abs(expected - got) <= TOLERANCE * Math.max(1, Math.abs(expected)))) {
          throw mismatch(trial, member, expected, got);
        }
      }
    }
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
