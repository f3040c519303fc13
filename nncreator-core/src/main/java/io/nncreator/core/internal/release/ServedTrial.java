// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.release;

import io.nncreator.api.data.Dataset;
import io.nncreator.api.task.Metric;
import io.nncreator.core.internal.features.FittedRows;
import io.nncreator.core.internal.features.LearningTable;
import io.nncreator.core.internal.scoring.Dummy;
import io.nncreator.core.internal.scoring.Predictions;
import io.nncreator.core.internal.selection.Champion;
import io.nncreator.core.internal.selection.ProcedureRun;
import io.nncreator.runtime.onnx.OnnxWriter;
import io.nncreator.runtime.onnx.ServingSession;
import io.nncreator.runtime.pipeline.RawRows;
import io.nncreator.runtime.pipeline.ServingModel;
import java.util.Arrays;
import java.util.Map;

/**
 * A champion as it is served: the whole program from raw row to answer as an ONNX file.
 *
 * @param model from raw rows to answers
 * @param champion networks and weights
 * @param onnx file content
 */
@SuppressWarnings("ArrayRecordComponent")
record ServedTrial(ServingModel model, Champion champion, byte[] onnx) {

  /** Exports a champion of a run. */
  static ServedTrial of(ProcedureRun run, Champion champion, Map<String, String> metadata) {
    FittedRows encoded = run.encoded();
    ServingModel model =
        new ServingModel(encoded.pipeline(), champion.networks(), encoded.target());
    byte[] onnx = OnnxWriter.write(model, champion.weights(), metadata);
    return new ServedTrial(model, champion, onnx);
  }

  /** Answers rows of a table by ONNX Runtime, from their raw cells. */
  Predictions answer(LearningTable table, int[] rows) {
    Dataset data = table.data().select(rows);
    RawRows raw = RawRows.of(model.pipeline(), data);
    try (ServingSession session = ServingSession.open(onnx)) {
      return table.classification()
          ? Predictions.classes(
              session.probabilities(raw), table.outputs(), labels(table, rows), table.positive())
          : Predictions.values(session.values(raw), values(table, rows));
    }
  }

  /** Answers rows as one would who knows only the targets of the run's rows. */
  static Predictions dummy(LearningTable table, int[] known, int[] rows, Metric metric) {
    if (!table.classification()) {
      return Dummy.values(metric, values(table, known), values(table, rows));
    }
    double[] none = new double[rows.length * table.outputs()];
    return Dummy.classes(
        labels(table, known),
        Predictions.classes(none, table.outputs(), labels(table, rows), table.positive()));
  }

  private static int[] labels(LearningTable table, int[] rows) {
    return Arrays.stream(rows).map(row -> table.labels()[row]).toArray();
  }

  private static double[] values(LearningTable table, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> table.values()[row]).toArray();
  }
}
