// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import io.nncreator.api.data.DataProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.training.TrainingRows;
import io.nncreator.runtime.onnx.EncodedRows;
import io.nncreator.runtime.onnx.FeatureEncoder;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.TargetEncoding;
import java.util.Arrays;

/**
 * Chosen rows of a table, encoded by a pipeline that was fitted on exactly these rows.
 *
 * @param pipeline from raw columns to features
 * @param target from raw outputs to answers
 * @param training encoded rows in the order of the choice
 */
public record FittedRows(FeaturePipeline pipeline, TargetEncoding target, TrainingRows training) {

  /** Fits pipeline and target on chosen rows and encodes them. */
  public static FittedRows of(LearningTable table, DataProfile profile, int[] rows) {
    Dataset chosen = table.data().select(rows);
    FeaturePipeline pipeline = PipelineFitter.fit(chosen, profile, table.task());
    TargetEncoding target = TargetFitter.fit(table, rows);
    EncodedRows encoded = encode(pipeline, chosen);
    int[] labels =
        table.classification()
            ? Arrays.stream(rows).map(row -> table.labels()[row]).toArray()
            : new int[0];
    float[] values = new float[table.classification() ? 0 : rows.length];
    if (target instanceof TargetEncoding.Standardised standardised) {
      for (int i = 0; i < rows.length; i++) {
        values[i] = standardised.standardise(table.values()[rows[i]]);
      }
    }
    return new FittedRows(
        pipeline,
        target,
        new TrainingRows(pipeline.layout(), encoded.numeric(), encoded.codes(), labels, values));
  }

  /** Encodes rows by a pipeline that is there. */
  public static EncodedRows encode(FeaturePipeline pipeline, Dataset rows) {
    try (FeatureEncoder encoder = FeatureEncoder.open(pipeline)) {
      return encoder.encode(rows);
    }
  }
}
