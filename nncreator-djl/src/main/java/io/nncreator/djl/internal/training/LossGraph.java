// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.training.Loss;

/** The op graph from rows to the loss of each row. */
final class LossGraph {
  /** Name of the input that holds the truth. */
  static final String TARGET = "target";

  /** Name of the network's raw outputs. */
  static final String OUTPUTS = "outputs";

  /** Name of what training makes small for each row: the mean of its submodels' losses. */
  static final String LOSS = "loss";

  /** Name of the loss of each row's {@link #OUTPUTS}, which chooses the epoch. */
  static final String JUDGED = "judged";

  private LossGraph() {}

  static Graph of(NetworkAssembly network, Loss loss) {
    GraphBuilder graph = new GraphBuilder();
    Value each = network.lowerEach(graph, true);
    Value outputs = network.answer(graph, each);
    DType type = loss.classification() ? DType.I64 : DType.F32;
    Value target = graph.input(TARGET, new TensorType(type, Shape.rows(1), true));
    graph.output(OUTPUTS, outputs);
    Value learnt = loss.lowerMean(graph, each, target);
    graph.output(LOSS, learnt);
    graph.output(JUDGED, each.equals(outputs) ? learnt : loss.lower(graph, outputs, target));
    return graph.build();
  }
}
