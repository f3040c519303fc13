// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.training.Loss;
import io.nncreator.api.training.TrainingRows;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The op graph of a network and its loss on rows that all members share. */
public final class LossGraph {
  /** Name of the output that holds the raw network outputs, {@code [batch, outputs]}. */
  public static final String OUTPUTS = "outputs";

  /**
   * Name of the output that holds what training makes small for each row, {@code [batch, 1]}: the
   * mean of its submodels' losses.
   */
  public static final String LOSS = "loss";

  /** Name of the output that holds the loss of each row's {@link #OUTPUTS}, {@code [batch, 1]}. */
  public static final String JUDGED = "judged";

  /** Name of the input of labels or values, {@code [batch, 1]}. */
  public static final String TARGET = "target";

  private LossGraph() {}

  /** Lowers a network and its loss. */
  public static Graph of(NetworkAssembly network, Loss loss) {
    GraphBuilder graph = new GraphBuilder();
    Value each = network.lowerEach(graph, false);
    Value outputs = network.answer(graph, each);
    DType dtype = loss.classification() ? DType.I64 : DType.F32;
    Value target = graph.input(TARGET, new TensorType(dtype, Shape.rows(1), false));
    graph.output(OUTPUTS, outputs);
    Value learnt = loss.lowerMean(graph, each, target);
    graph.output(LOSS, learnt);
    graph.output(JUDGED, each.equals(outputs) ? learnt : loss.lower(graph, outputs, target));
    return graph.build();
  }

  /** Lowers a network alone; the only output is {@link #OUTPUTS}. */
  public static Graph of(NetworkAssembly network) {
    GraphBuilder graph = new GraphBuilder();
    graph.output(OUTPUTS, network.lower(graph, false));
    return graph.build();
  }

  /** Returns chosen rows as inputs for {@link #of(NetworkAssembly, Loss)}. */
  public static Map<String, Tensor> inputs(TrainingRows rows, int... chosen) {
    int numbers = rows.layout().numeric();
    int categories = rows.layout().cardinalities().size();
    float[] numeric = new float[chosen.length * numbers];
    long[] codes = new long[chosen.length * categories];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(rows.numeric(), chosen[i] * numbers, numeric, i * numbers, numbers);
      System.arraycopy(rows.codes(), chosen[i] * categories, codes, i * categories, categories);
    }
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put(NetworkAssembly.NUMERIC, Tensor.of(numeric, chosen.length, numbers));
    inputs.put(NetworkAssembly.CODES, Tensor.of(codes, chosen.length, categories));
    inputs.put(TARGET, target(rows, chosen));
    return inputs;
  }

  private static Tensor target(TrainingRows rows, int[] chosen) {
    if (rows.classification()) {
      long[] labels = Arrays.stream(chosen).mapToLong(row -> rows.labels()[row]).toArray();
      return Tensor.of(labels, chosen.length, 1);
    }
    float[] values = new float[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      values[i] = rows.values()[chosen[i]];
    }
    return Tensor.of(values, chosen.length, 1);
  }
}
