// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Modality;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.Score;
import io.nncreator.api.task.SplitKind;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.runtime.NetworkInfo;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.bundle.DataSchema;
import io.nncreator.runtime.bundle.Metrics;
import io.nncreator.runtime.bundle.Provenance;
import io.nncreator.runtime.pipeline.RawType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Facts about a network that tells the species of a penguin. */
final class PenguinNetwork {
  static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  static final TaskSpec TASK =
      new TaskSpec(
          "Tell the species",
          "en",
          Inferred.explicit(Modality.TABULAR),
          new Inferred<>(Objective.MULTICLASS, 1, Inferred.Origin.DATA, "3 different texts"),
          new Inferred<>(
              "species\u001b[31m", 0.9, Inferred.Origin.SENTENCE, "the sentence names it"),
          Inferred.explicit(Metric.ACCURACY),
          new Inferred<>(SplitKind.STRATIFIED, 1, Inferred.Origin.RULE, "rows are independent"),
          null,
          null,
          null,
          List.of(),
          List.of());

  private PenguinNetwork() {}

  static NetworkInfo info() {
    ColumnSchema island =
        new ColumnSchema(
            "island",
            RawType.CATEGORY,
            ColumnKind.CATEGORY,
            false,
            List.of("Biscoe", "Dream", "Torgersen"),
            null,
            null,
            null);
    ColumnSchema mass =
        new ColumnSchema(
            "body_mass_g",
            RawType.NUMBER,
            ColumnKind.NUMBER,
            true,
            List.of(),
            2700.0,
            6300.0,
            null);
    ColumnSchema species =
        new ColumnSchema(
            "species", RawType.CATEGORY, ColumnKind.CATEGORY, false, List.of(), null, null, null);
    Metrics metrics =
        new Metrics(
            new Score(Metric.ACCURACY, 0.9855, 0.922, 0.997, 69),
            new Score(Metric.ACCURACY, 0.4412, 0.33, 0.56, 69),
            new Score(Metric.ACCURACY, 0.971, 0.9, 0.99, 69),
            "69 rows kept back",
            Map.of(),
            null,
            List.of());
    Provenance provenance =
        new Provenance(
            "penguins.csv",
            "sha256:1234",
            344,
            8,
            42,
            Map.of(),
            "Linux",
            "a processor",
            2,
            Duration.ofSeconds(12));
    return new NetworkInfo(
        "penguins-1",
        "penguins",
        START,
        1,
        "NNCreator 0.1.0",
        TASK,
        new DataSchema(List.of(island, mass), species),
        List.of("Adelie", "Chinstrap", "Gentoo"),
        metrics,
        provenance);
  }
}
