// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.quality;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Score;
import io.nncreator.benchmarks.report.TemporaryFolder;
import io.nncreator.core.Evaluation;
import io.nncreator.core.NeuralNetworkCreator;
import io.nncreator.runtime.NeuralNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Creates a network from some rows of a data set, reloads it and lets it answer other rows.
 *
 * @param entry the data set
 * @param table its rows
 * @param budget for a creation
 */
record Examination(DataFolder.Entry entry, CsvFile table, Duration budget) {
  /**
   * What it got.
   *
   * @param test score on the rows that the creation did not see
   * @param promised score that the creation reported, from its own unseen rows
   * @param seconds from the call to the saved network
   */
  record Marks(Score test, Score promised, double seconds) {}

  Marks marks(List<Integer> train, List<Integer> test, long seed)
      throws IOException, InterruptedException {
    try (TemporaryFolder temporary = new TemporaryFolder()) {
      Path folder = temporary.path();
      table.write(folder.resolve("train.csv"), train);
      table.write(folder.resolve("test.csv"), test);
      long start = System.nanoTime();
      Path bundle = create(folder, seed);
      double seconds = (System.nanoTime() - start) / 1e9;
      try (NeuralNetwork network = NeuralNetwork.load(bundle)) {
        Evaluation evaluation = Evaluation.of(network, DataSource.csv(folder.resolve("test.csv")));
        return new Marks(evaluation.score(), network.info().score(), seconds);
      }
    }
  }

  private Path create(Path folder, long seed) throws InterruptedException {
    try (NeuralNetworkCreator creator =
            NeuralNetworkCreator.builder().workspace(folder.resolve("workspace")).build();
        NeuralNetwork network =
            creator
                .create("Tell " + entry.target())
                .from(DataSource.csv(folder.resolve("train.csv")))
                .target(entry.target())
                .metric(Metric.byId(entry.metric()).orElseThrow())
                .within(budget)
                .seed(seed)
                .to(folder.resolve("network"))
                .start()
                .await()) {
      return network.location();
    }
  }
}
