// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.task.Metric;
import io.nncreator.core.CreationSpec;
import io.nncreator.core.NeuralNetworkCreator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What is wanted, from which data, within which limits: shared by {@code auto} and {@code plan}.
 */
final class TaskOptions {
  @Parameters(
      paramLabel = "SENTENCE",
      description = "What the network should tell, in plain words, such as \"Tell the species\".")
  private String sentence = "";

  @Option(
      names = {"-d", "--data"},
      required = true,
      paramLabel = "FILE",
      description = "Table to learn from: CSV (any usual dialect), Parquet or JSON.")
  private Path data = Path.of("");

  @Option(
      names = {"-t", "--target"},
      paramLabel = "COLUMN",
      description = "Column to tell; otherwise the sentence and the data tell it.")
  private @Nullable String target;

  @Option(
      names = {"-m", "--metric"},
      paramLabel = "METRIC",
      description = "How good answers are, such as accuracy, roc_auc or rmse.")
  private @Nullable Metric metric;

  @Option(
      names = {"-x", "--exclude"},
      arity = "1..*",
      paramLabel = "COLUMN",
      description = "Columns to leave out.")
  private List<String> excluded = List.of();

  @Option(
      names = {"-b", "--budget"},
      paramLabel = "TIME",
      description = "Time limit of the whole creation: 60s, 5m, 1h30m, PT1M. Default: 60s.")
  private Duration budget = NeuralNetworkCreator.DEFAULT_BUDGET;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "New folder for the network. Default: one in the workspace.")
  private @Nullable Path out;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Seed of all randomness. Default: ${DEFAULT-VALUE}.")
  private long seed = NeuralNetworkCreator.DEFAULT_SEED;

  Path data() {
    return data;
  }

  /** Describes the creation. */
  CreationSpec spec(NeuralNetworkCreator creator) {
    CreationSpec spec =
        creator.create(sentence).from(DataSource.file(data)).within(budget).seed(seed);
    if (target != null) {
      spec.target(target);
    }
    if (metric != null) {
      spec.metric(metric);
    }
    if (!excluded.isEmpty()) {
      spec.exclude(excluded.toArray(String[]::new));
    }
    if (out != null) {
      spec.to(out);
    }
    return spec;
  }
}
