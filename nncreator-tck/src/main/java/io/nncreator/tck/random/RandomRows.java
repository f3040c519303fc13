// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.random;

import io.nncreator.api.graph.Tensor;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.training.TrainingRows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws encoded rows: normal numbers, even codes, even labels. Not thread-safe. */
public final class RandomRows {
  private final SplittableRandom random;

  /** Creates a generator; equal seeds give equal rows. */
  public RandomRows(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Draws rows with labels for a number of classes. */
  public TrainingRows labelled(FeatureLayout layout, int rows, int classes) {
    return new TrainingRows(
        layout,
        numbers(rows * layout.numeric()),
        codes(layout, rows),
        random.ints(rows, 0, classes).toArray(),
        new float[0]);
  }

  /** Draws rows with normal target values. */
  public TrainingRows valued(FeatureLayout layout, int rows) {
    return new TrainingRows(
        layout, numbers(rows * layout.numeric()), codes(layout, rows), new int[0], numbers(rows));
  }

  /** Draws inputs of a network that all members share. */
  public Map<String, Tensor> inputs(FeatureLayout layout, int rows) {
    return inputs(layout, rows, numbers(rows * layout.numeric()), codes(layout, rows));
  }

  /** Draws inputs of a network with rows of its own for each member: the members come first. */
  public Map<String, Tensor> inputs(FeatureLayout layout, int rows, int members) {
    int all = rows * members;
    float[] numeric = numbers(all * layout.numeric());
    long[] codes = codes(layout, all);
    return inputs(layout, rows, numeric, codes, members);
  }

  private static Map<String, Tensor> inputs(
      FeatureLayout layout, long rows, float[] numeric, long[] codes, long... members) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    if (layout.numeric() > 0) {
      inputs.put(
          NetworkAssembly.NUMERIC, Tensor.of(numeric, dims(members, rows, layout.numeric())));
    }
    if (!layout.cardinalities().isEmpty()) {
      inputs.put(
          NetworkAssembly.CODES,
          Tensor.of(codes, dims(members, rows, layout.cardinalities().size())));
    }
    return inputs;
  }

  private static long[] dims(long[] members, long rows, long columns) {
    return members.length == 0
        ? new long[] {rows, columns}
        : new long[] {members[0], rows, columns};
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private long[] codes(FeatureLayout layout, int rows) {
    int categories = layout.cardinalities().size();
    long[] codes = new long[rows * categories];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = random.nextInt(layout.cardinalities().get(i % categories));
    }
    return codes;
  }
}
