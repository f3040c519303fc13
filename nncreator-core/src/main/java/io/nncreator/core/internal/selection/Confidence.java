// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.selection;

import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.TrainingResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Corrects how sure a classifier is of itself: one factor on its raw outputs, the same for all
 * members, goes into the weights of its output layer. Smoothed labels and much regularisation make
 * answers too timid, long training makes them too sure, and either hides from the logarithmic loss
 * how well the classes are told apart. Temperature scaling (Guo et al., arXiv 1706.04599) before
 * the choice, as Berta et al. (arXiv 2501.19195) advise.
 */
final class Confidence {
  private static final double LEAST = 0.2;
  private static final double GREATEST = 5;
  private static final int HALVINGS = 24;

  private Confidence() {}

  /**
   * Returns the factor that makes the logarithmic loss smallest. Its targets are a little less than
   * certain (Platt, 1999), so that a few rows told apart without a mistake do not ask for
   * certainty.
   *
   * @param raw row-major {@code [rows, classes]}
   * @param labels class of each row
   */
  static double factor(float[] raw, int[] labels) {
    if (labels.length == 0) {
      return 1;
    }
    // The loss is convex in the factor: its slope rises from below zero to above.
    double low = Math.log(LEAST);
    double high = Math.log(GREATEST);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (slope(raw, labels, Math.exp(middle)) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp((low + high) / 2);
  }

  /** Returns a result whose members put out the factor's multiple of what they did. */
  static TrainingResult scaled(NetworkAssembly network, TrainingResult result, double factor) {
    List<MemberResult> members = new ArrayList<>();
    for (MemberResult member : result.members()) {
      float[] outputs = member.validationOutputs().clone();
      for (int i = 0; i < outputs.length; i++) {
        outputs[i] = (float) (outputs[i] * factor);
      }
      members.add(
          new MemberResult(member.status(), member.bestEpoch(), member.validationLoss(), outputs));
    }
    Weights weights = network.withScaledOutputs(result.weights(), factor);
    return new TrainingResult(weights, members, result.checkpoint(), result.memberSteps());
  }

  /** The derivative of the summed loss by the factor. */
  private static double slope(float[] raw, int[] labels, double factor) {
    int classes = raw.length / labels.length;
    double rare = 1.0 / (labels.length + classes);
    double sum = 0;
    for (int row = 0; row < labels.length; row++) {
      int from = row * classes;
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = from; i < from + classes; i++) {
        largest = Math.max(largest, raw[i]);
      }
      double total = 0;
      double expected = 0;
      double wanted = raw[from + labels[row]] * (1 - classes * rare);
      for (int i = from; i < from + classes; i++) {
        double weight = Math.exp(factor * (raw[i] - largest));
        total += weight;
        expected += weight * raw[i];
        wanted += rare * raw[i];
      }
      sum += expected / total - wanted;
    }
    return sum;
  }
}
