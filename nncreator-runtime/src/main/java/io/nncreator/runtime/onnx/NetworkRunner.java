// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.NetworkAssembly;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the members of a network on encoded rows and gives the raw outputs of each: what a training
 * engine's answers are compared with. Thread-safe.
 */
public final class NetworkRunner implements AutoCloseable {
  private static final String OUTPUTS = "outputs";

  private final NetworkAssembly network;
  private final int members;
  private final RowRunner runner;

  private NetworkRunner(NetworkAssembly network, Weights weights) {
    this.network = network;
    this.members = weights.members();
    GraphBuilder graph = new GraphBuilder();
    graph.output(OUTPUTS, network.lower(graph, false));
    List<Port> inputs = new ArrayList<>();
    if (network.layout().numeric() > 0) {
      inputs.add(new Port(NetworkAssembly.NUMERIC, DType.F32, network.layout().numeric()));
    }
    int categories = network.layout().cardinalities().size();
    if (categories > 0) {
      inputs.add(new Port(NetworkAssembly.CODES, DType.I64, categories));
    }
    Port outputs = new Port(OUTPUTS, DType.F32, members, network.outputs());
    byte[] model = OnnxWriter.write(graph.build(), weights, Map.of());
    this.runner = new RowRunner(model, inputs, List.of(outputs));
  }

  /**
   * Loads a network.
   *
   * @throws IllegalArgumentException if the weights do not fit it
   */
  public static NetworkRunner open(NetworkAssembly network, Weights weights) {
    return new NetworkRunner(network, weights);
  }

  /** Returns for each member the raw outputs of all rows, row-major. */
  public float[][] run(EncodedRows rows) {
    int numeric = network.layout().numeric();
    int categories = network.layout().cardinalities().size();
    int outputs = network.outputs();
    float[][] results = new float[members][Math.multiplyExact(rows.rows(), outputs)];
    runner.run(
        rows.rows(),
        new RowRunner.Block() {
          @Override
          public void fill(RowBatch batch, int start, int count) {
            if (numeric > 0) {
              batch.input(0).floats().put(rows.numeric(), start * numeric, count * numeric);
            }
            if (categories > 0) {
              int port = numeric > 0 ? 1 : 0;
              batch.input(port).longs().put(rows.codes(), start * categories, count * categories);
            }
          }

          @Override
          public void take(RowBatch batch, int start, int count) {
            FloatBuffer all = batch.output(0).floats();
            for (float[] result : results) {
              all.get(result, start * outputs, count * outputs);
            }
          }
        });
    return results;
  }

  @Override
  public void close() {
    runner.close();
  }
}
