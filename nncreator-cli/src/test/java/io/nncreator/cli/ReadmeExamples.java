// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.event.ChampionChanged;
import io.nncreator.api.task.Metric;
import io.nncreator.core.CreationJob;
import io.nncreator.core.NeuralNetworkCreator;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.Prediction;
import io.nncreator.runtime.TypedNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The Java code of README.md; {@link ReadmeTest} compares the two, {@link ReadmeIT} runs it. */
final class ReadmeExamples {
  private ReadmeExamples() {}

  /** Runs the first code of the page on the table that is named. */
  public static void main(String[] arguments) throws InterruptedException {
    quickStart(Path.of(arguments[0]));
  }

  static void quickStart(Path table) throws InterruptedException {
    // tag::quick-start[]
    try (var creator = NeuralNetworkCreator.create();
        var network =
            creator.create("Tell the species").from(DataSource.csv(table)).start().await()) {
      System.out.println(network.info().score());
      System.out.println(
          network
              .predict(
                  Map.of(
                      "island",
                      "Biscoe",
                      "bill_length_mm",
                      47.5,
                      "bill_depth_mm",
                      15.0,
                      "flipper_length_mm",
                      218,
                      "body_mass_g",
                      4950,
                      "sex",
                      "female",
                      "year",
                      2008))
              .label());
    }
    // end::quick-start[]
  }

  static NeuralNetwork withSettings(NeuralNetworkCreator creator, Path table)
      throws InterruptedException {
    // tag::settings[]
    CreationJob job =
        creator
            .create("Tell the species of a penguin")
            .from(DataSource.csv(table))
            .target("species")
            .metric(Metric.LOG_LOSS)
            .exclude("year")
            .within(Duration.ofSeconds(20))
            .seed(7)
            .on(ChampionChanged.class, e -> System.out.println("best so far: " + e.network()))
            .start();
    // job.stop() ends soon and keeps the best network so far; job.cancel() drops everything.
    NeuralNetwork network = job.await();
    // end::settings[]
    return network;
  }

  // tag::records[]
  record Penguin(
      String island,
      Double billLengthMm,
      Double billDepthMm,
      Double flipperLengthMm,
      Double bodyMassG,
      String sex,
      Integer year) {}

  enum Species {
    Adelie,
    Chinstrap,
    Gentoo
  }

  record Answer(Species species, double probability) {}

  // end::records[]

  static Answer typed(Path bundle) {
    // tag::typed[]
    try (NeuralNetwork network = NeuralNetwork.load(bundle)) {
      TypedNetwork<Penguin, Answer> penguins = network.as(Penguin.class, Answer.class);
      return penguins.predict(new Penguin("Biscoe", 47.5, 15.0, 218.0, 4950.0, null, 2008));
    }
    // end::typed[]
  }

  static Prediction loaded(Path bundle, Path rows, Path answers, Map<String, ?> row) {
    // tag::loaded[]
    try (NeuralNetwork network = NeuralNetwork.load(bundle)) {
      network.predictCsv(rows, answers);
      return network.predict(row);
    }
    // end::loaded[]
  }
}
