// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a network bend each feature at the borders of bins: {@code x[i] V[i] + b[i] + e(x[i]) W[i]},
 * {@code width} values per feature, where {@code e} says how far each bin is filled, 0 to 1, the
 * first bin being open below and the last one above. W is 0 at first, so that the layer starts
 * linear. The piecewise linear encoding of Gorishniy et al. (arXiv 2203.05556) in the form of TabM
 * (arXiv 2410.24210). A feature without bins goes on as it is, behind the others: {@code [batch, n]
 * -> [batch, m * width + n - m]} with m features that have bins.
 *
 * @param width number of values that a feature becomes, 1 to 64
 * @param bins largest number of bins of a feature, 2 to 256
 * @param edges ascending borders of the bins of each feature, none or at least 2 of them; features
 *     beyond the list have no bins. null = not fitted yet: every feature has equal bins from -3 to
 *     3
 */
public record PiecewiseLinear(int width, int bins, @Nullable List<List<Double>> edges)
    implements RowFitted {
  /** Where features end that were scaled and clipped smoothly. */
  private static final double END = 3;

  /** Checks the settings. */
  public PiecewiseLinear {
    Settings.within("width", width, 1, 65);
    Settings.within("bins", bins, 2, 257);
    if (edges != null) {
      edges = edges.stream().map(List::copyOf).toList();
      edges.forEach(each -> BinEdges.check(each, bins));
    }
  }

  /** A layer that is still to be fitted. */
  public PiecewiseLinear(int width, int bins) {
    this(width, bins, null);
  }

  @Override
  public PiecewiseLinear fitted(float[] rows, int columns) {
    return new PiecewiseLinear(width, bins, BinEdges.of(rows, columns, bins));
  }

  @Override
  public Value lower(GraphBuilder graph, List<Value> inputs) {
    Value x = Settings.only(inputs);
    Settings.flatRows("piecewise-linear", x);
    List<List<Double>> all = edgesOf(x.shape().dim(-1));
    List<Value> bent = new ArrayList<>();
    List<Value> plain = new ArrayList<>();
    List<List<Double>> used = new ArrayList<>();
    for (int from = 0; from < all.size(); ) {
      boolean binned = !all.get(from).isEmpty();
      int to = from;
      while (to < all.size() && all.get(to).isEmpty() != binned) {
        to++;
      }
      (binned ? bent : plain).add(graph.slice(x, -1, from, to - from));
      if (binned) {
        used.addAll(all.subList(from, to));
      }
      from = to;
    }
    if (bent.isEmpty()) {
      return x;
    }
    List<Value> results = new ArrayList<>();
    results.add(bend(graph, graph.concat(-1, bent), used));
    results.addAll(plain);
    return graph.concat(-1, results);
  }

  private Value bend(GraphBuilder graph, Value x, List<List<Double>> used) {
    int n = used.size();
    int most = used.stream().mapToInt(List::size).max().orElseThrow() - 1;
    Value column = graph.reshapeRows(x, n, 1);
    Value filled = graph.reshapeRows(BinEdges.fill(graph, column, used, most), n, most, 1);
    Initializer uniform = new Initializer.Uniform(1);
    Value slope = graph.parameter("slope", Shape.of(1, n, width), uniform, false);
    Value bias = graph.parameter("bias", Shape.of(1, n, width), uniform, false);
    Value line = graph.binary(BinaryKind.ADD, graph.binary(BinaryKind.MUL, column, slope), bias);
    Shape shape = Shape.of(1, n, most, width);
    Value weight = graph.parameter("weight", shape, new Initializer.Fill(0), false);
    Value sum = graph.reduce(ReduceKind.SUM, graph.binary(BinaryKind.MUL, filled, weight), -2);
    Value curve = graph.binary(BinaryKind.ADD, line, graph.reshapeRows(sum, n, width));
    return graph.reshapeRows(curve, Math.multiplyExact((long) n, width));
  }

  /** Returns the borders of each column, none for those that go on as they are. */
  private List<List<Double>> edgesOf(long columns) {
    if (edges != null && edges.size() > columns) {
      throw new IllegalArgumentException(
          "A piecewise-linear layer with edges of "
              + edges.size()
              + " features takes at least as many columns, got "
              + columns
              + ".");
    }
    List<List<Double>> all = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      all.add(
          edges == null
              ? BinEdges.equal(-END, END, bins)
              : i < edges.size() ? edges.get(i) : List.of());
    }
    return all;
  }
}
