// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.Ensemble;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.core.NeuralNetworkCreator;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.bundle.BundleReader;
import io.nncreator.runtime.bundle.BundleWriter;
import io.nncreator.runtime.bundle.NetworkBundle;
import io.nncreator.runtime.onnx.OnnxWriter;
import io.nncreator.runtime.pipeline.ServingModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A bundle with a single network of 32-128-128-10 behind the preparation of 32 raw numbers. Its
 * weights are random: what they are does not change how long an answer takes.
 *
 * @param network loaded
 * @param rows to ask it about
 */
public record SingleNetwork(NeuralNetwork network, List<Map<String, ?>> rows)
    implements AutoCloseable {
  /** The sizes of its layers. */
  public static final String SHAPE = "32-128-128-10";

  private static final int COLUMNS = 32;
  private static final int CLASSES = 10;
  private static final int ROWS = 400;
  private static final int ASKED = 4;

  /** Makes it in a folder. */
  public static SingleNetwork in(Path folder) throws InterruptedException {
    List<Map<String, ?>> table = table();
    Path made = folder.resolve("made");
    try (NeuralNetworkCreator creator = NeuralNetworkCreator.builder().workspace(folder).build()) {
      creator
          .create("Tell label")
          .from(DataSource.rows(table))
          .seed(1)
          .within(Duration.ofSeconds(15))
          .to(made)
          .start()
          .await()
          .close();
    }
    Path single = folder.resolve("single");
    BundleWriter.write(withOnePerceptron(BundleReader.read(made)), single);
    List<Map<String, ?>> asked = new ArrayList<>();
    for (Map<String, ?> row : table.subList(0, ASKED)) {
      Map<String, Object> cells = new LinkedHashMap<>(row);
      cells.remove("label");
      asked.add(cells);
    }
    return new SingleNetwork(NeuralNetwork.load(single), asked);
  }

  @Override
  public void close() {
    network.close();
  }

  private static List<Map<String, ?>> table() {
    SplittableRandom random = new SplittableRandom(1);
    List<Map<String, ?>> table = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int c = 0; c < COLUMNS; c++) {
        row.put("x" + c, random.nextDouble(-2, 2));
      }
      row.put("label", "class " + i % CLASSES);
      table.add(row);
    }
    return table;
  }

  // NullAway reads no annotations of array types from class files.
  @SuppressWarnings("NullAway")
  private static NetworkBundle withOnePerceptron(NetworkBundle made) {
    ServingModel old = made.model();
    NetworkAssembly network =
        new NetworkAssembly(
            old.networks().layout(),
            Perceptron.STANDARD.body(Perceptron.Extras.NONE),
            old.networks().outputs());
    ServingModel model = new ServingModel(old.pipeline(), Ensemble.of(network), old.target());
    Weights weights = Weights.initialize(model.graph().parameters(), new long[] {1});
    return new NetworkBundle(
        made.format(),
        made.id(),
        SHAPE,
        made.created(),
        made.software(),
        made.task(),
        made.schema(),
        model,
        made.recipes().subList(0, 1),
        weights,
        OnnxWriter.write(model, weights, Map.of()),
        null,
        made.metrics(),
        made.provenance(),
        List.of());
  }
}
