// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Borders of bins: where they lie, and how far a value fills each bin. */
final class BinEdges {
  /** The least distance of two borders: closer ones would magnify the rounding of 32 bits. */
  private static final double LEAST = 1e-3;

  /** Rows that are looked at: quantiles of more hardly differ. */
  private static final int MOST_ROWS = 20_000;

  /** A border that no feature passes. */
  private static final float FAR = 1e30f;

  private BinEdges() {}

  static void check(List<Double> edges, int bins) {
    boolean fits = edges.isEmpty() || (edges.size() >= 2 && edges.size() <= bins + 1);
    for (int i = 0; fits && i < edges.size(); i++) {
      fits =
          Math.abs(edges.get(i)) <= 1e6 && (i == 0 || edges.get(i) - edges.get(i - 1) >= LEAST / 2);
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "The setting edges has "
              + edges
              + ", but the borders of a feature are none, or 2 to "
              + (bins + 1)
              + " within ±1e6 that ascend by at least "
              + LEAST / 2
              + ".");
    }
  }

  static List<Double> equal(double from, double to, int bins) {
    List<Double> edges = new ArrayList<>();
    for (int i = 0; i <= bins; i++) {
      edges.add(from + (to - from) * i / bins);
    }
    return List.copyOf(edges);
  }

  /** Returns quantiles of each column, or its levels where they are few; none for two levels. */
  static List<List<Double>> of(float[] rows, int width, int bins) {
    int count = rows.length / width;
    int step = Math.max(1, (count + MOST_ROWS - 1) / MOST_ROWS);
    List<List<Double>> edges = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      float[] values = new float[(count + step - 1) / step];
      for (int i = 0; i < values.length; i++) {
        values[i] = rows[i * step * width + column];
      }
      Arrays.sort(values);
      List<Double> levels = apart(values, values.length - 1);
      List<Double> chosen = levels.size() <= bins + 1 ? levels : apart(values, bins);
      edges.add(chosen.size() <= 2 ? List.of() : chosen);
    }
    return List.copyOf(edges);
  }

  /** Returns quantiles at equal distances, those left out that come too close to the one before. */
  private static List<Double> apart(float[] sorted, int parts) {
    List<Double> edges = new ArrayList<>();
    for (int i = 0; i <= parts; i++) {
      double at = parts == 0 ? 0 : (double) i * (sorted.length - 1) / parts;
      // Rounded, so that the text of a saved network stays short.
      double value = Math.rint(sorted[(int) Math.rint(at)] * 1e5) / 1e5;
      if (edges.isEmpty() || value - edges.get(edges.size() - 1) >= LEAST) {
        edges.add(value);
      }
    }
    return edges;
  }

  /**
   * Writes how far each bin is filled, {@code [batch, n, 1] -> [batch, n, most]}: 0 below, 1 above;
   * the first one goes on below its border and the last one above.
   */
  static Value fill(GraphBuilder graph, Value column, List<List<Double>> edges, int most) {
    float[] start = new float[edges.size() * most];
    float[] perUnit = new float[start.length];
    float[] least = new float[start.length];
    float[] greatest = new float[start.length];
    for (int i = 0; i < edges.size(); i++) {
      List<Double> borders = edges.get(i);
      int last = borders.size() - 2;
      for (int bin = 0; bin <= last; bin++) {
        int at = i * most + bin;
        start[at] = borders.get(bin).floatValue();
        perUnit[at] = (float) (1 / (borders.get(bin + 1) - borders.get(bin)));
        least[at] = bin == 0 ? -FAR : 0;
        greatest[at] = bin == last ? FAR : 1;
      }
    }
    long[] dims = {1, edges.size(), most};
    Value from = graph.binary(BinaryKind.SUB, column, graph.constant(Tensor.of(start, dims)));
    Value filled = graph.binary(BinaryKind.MUL, from, graph.constant(Tensor.of(perUnit, dims)));
    Value above = graph.binary(BinaryKind.MAX, filled, graph.constant(Tensor.of(least, dims)));
    return graph.binary(BinaryKind.MIN, above, graph.constant(Tensor.of(greatest, dims)));
  }
}
