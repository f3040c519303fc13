// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import io.nncreator.api.training.TrainingResult;
import io.nncreator.core.internal.features.LearningTable;
import io.nncreator.core.internal.planning.Folds;
import io.nncreator.core.internal.scoring.Predictions;
import io.nncreator.runtime.pipeline.TargetEncoding;
import java.util.Arrays;

/**
 * Raw outputs of all members for their validation rows, put in the order of the rows.
 *
 * @param raw row-major {@code [rows, width]}
 * @param width values per row
 */
@SuppressWarnings("ArrayRecordComponent")
record ValidationOutputs(float[] raw, int width) {

  static ValidationOutputs of(Folds folds, TrainingResult result, int width) {
    float[] raw = new float[folds.of().length * width];
    for (int fold = 0; fold < folds.count(); fold++) {
      float[] outputs = result.members().get(fold).validationOutputs();
      int[] inside = folds.inside(fold);
      for (int i = 0; i < inside.length; i++) {
        System.arraycopy(outputs, i * width, raw, inside[i] * width, width);
      }
    }
    return new ValidationOutputs(raw, width);
  }

  /** Turns outputs into answers: softmax for classes, natural units for numbers. */
  Predictions predictions(LearningTable table, int[] rows, TargetEncoding target) {
    if (target instanceof TargetEncoding.Standardised standardised) {
      double[] predicted = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        double plain = raw[i] * standardised.deviation() + standardised.mean();
        predicted[i] = standardised.logarithmic() ? Math.exp(Math.min(plain, 700)) : plain;
      }
      return Predictions.values(
          predicted, Arrays.stream(rows).mapToDouble(row -> table.values()[row]).toArray());
    }
    double[] probabilities = new double[raw.length];
    for (int i = 0; i < rows.length; i++) {
      softmax(i * width, probabilities);
    }
    return Predictions.classes(
        probabilities,
        width,
        Arrays.stream(rows).map(row -> table.labels()[row]).toArray(),
        table.positive());
  }

  private void softmax(int from, double[] probabilities) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < from + width; i++) {
      largest = Math.max(largest, raw[i]);
    }
    double sum = 0;
    for (int i = from; i < from + width; i++) {
      probabilities[i] = Math.exp(raw[i] - largest);
      sum += probabilities[i];
    }
    for (int i = from; i < from + width; i++) {
      probabilities[i] /= sum;
    }
  }
}
