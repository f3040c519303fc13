// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.DateStyle;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.Activation;
import io.nncreator.api.network.Ensemble;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.LayerNorm;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Modality;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.Score;
import io.nncreator.api.task.SplitKind;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.Cosine;
import io.nncreator.api.training.CrossEntropy;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.runtime.onnx.OnnxWriter;
import io.nncreator.runtime.pipeline.Encoding;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.RawColumn;
import io.nncreator.runtime.pipeline.RawType;
import io.nncreator.runtime.pipeline.ServingModel;
import io.nncreator.runtime.pipeline.TargetEncoding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Small networks with random weights about people on a ship: every kind of column, two members. */
public final class Bundles {
  private Bundles() {}

  /** Tells one of three classes. */
  public static NetworkBundle classification() {
    return bundle(
        "port",
        new TargetEncoding.Classes(List.of("Cherbourg", "Queens`town|", "Southampton")),
        Objective.MULTICLASS,
        new Score(Metric.ACCURACY, 0.8, 0.7, 0.9, 100),
        1);
  }

  /** Tells a number in the thousands. */
  public static NetworkBundle regression() {
    return bundle(
        "price",
        new TargetEncoding.Standardised(7.5, 1.25, true),
        Objective.REGRESSION,
        new Score(Metric.RMSE, 120.5, 100, 140.25, 100),
        2);
  }

  /** Tells one of three classes by the average of two different networks. */
  public static NetworkBundle average() {
    NetworkBundle single =
        bundle(
            "average",
            new TargetEncoding.Classes(List.of("A", "B", "C")),
            Objective.MULTICLASS,
            new Score(Metric.ACCURACY, 0.8, 0.7, 0.9, 100),
            3);
    return with(single, List.of(body(), new NetworkSpec("none", 3, List.of())), 4, 5);
  }

  /** Returns a bundle with another body between the same features and outputs. */
  public static NetworkBundle with(NetworkBundle bundle, NetworkSpec body, long... memberSeeds) {
    ServingModel old = bundle.model();
    return with(bundle, List.of(body), memberSeeds);
  }

  /** Returns a bundle with the average of some bodies, the later ones with smaller shares. */
  public static NetworkBundle with(
      NetworkBundle bundle, List<NetworkSpec> bodies, long... memberSeeds) {
    ServingModel old = bundle.model();
    List<Ensemble.Part> parts = new ArrayList<>();
    double rest = 1;
    for (int i = 0; i < bodies.size(); i++) {
      double share = i == bodies.size() - 1 ? rest : rest * 0.6;
      rest -= share;
      NetworkAssembly network =
          new NetworkAssembly(old.networks().layout(), bodies.get(i), old.networks().outputs());
      parts.add(new Ensemble.Part(network, share));
    }
    ServingModel model = new ServingModel(old.pipeline(), new Ensemble(parts), old.target());
    Weights weights = Weights.initialize(model.graph().parameters(), memberSeeds);
    return new NetworkBundle(
        BundleReader.FORMAT,
        bundle.id(),
        bundle.name(),
        bundle.created(),
        bundle.software(),
        bundle.task(),
        bundle.schema(),
        model,
        Collections.nCopies(bodies.size(), bundle.recipes().get(0)),
        weights,
        OnnxWriter.write(model, weights, Map.of()),
        null,
        bundle.metrics(),
        bundle.provenance(),
        List.of());
  }

  private static NetworkBundle bundle(
      String name, TargetEncoding target, Objective objective, Score score, long seed) {
    FeaturePipeline pipeline = pipeline();
    NetworkAssembly network = new NetworkAssembly(pipeline.layout(), body(), target.outputs());
    ServingModel model = new ServingModel(pipeline, Ensemble.of(network), target);
    Weights weights = Weights.initialize(model.graph().parameters(), new long[] {seed, seed + 9});
    boolean classes = target instanceof TargetEncoding.Classes;
    Score dummy = new Score(score.metric(), classes ? 0.4 : 400, 0, 500, 100);
    return new NetworkBundle(
        BundleReader.FORMAT,
        name + "-1",
        "The " + name,
        Instant.parse("2026-01-02T03:04:05Z"),
        "nncreator 0.1.0",
        task(name, objective, score.metric()),
        schema(name, target),
        model,
        List.of(recipe(classes)),
        weights,
        OnnxWriter.write(model, weights, Map.of()),
        null,
        metrics(score, dummy, classes),
        provenance(),
        List.of());
  }

  private static FeaturePipeline pipeline() {
    return new FeaturePipeline(
        List.of(
            new RawColumn("age", RawType.NUMBER),
            new RawColumn("fare", RawType.NUMBER),
            new RawColumn("alone", RawType.BOOLEAN),
            new RawColumn("sex", RawType.CATEGORY),
            new RawColumn("cabin class", RawType.CATEGORY),
            new RawColumn("boarded", RawType.TIMESTAMP)),
        List.of(
            new Encoding.ScaledNumber("age", 29.5, 30.25, 14, true, 3),
            new Encoding.ScaledNumber("fare", 14, 32, 49.5, false, 0),
            new Encoding.Flag("alone", true),
            new Encoding.OneHotCategory("sex", List.of("female", "male"), true),
            new Encoding.EmbeddedCategory("cabin class", List.of("1", "2", "3")),
            new Encoding.DateParts("boarded", -1.8e9, -1.8e9, 1e6, true, true, true, true)));
  }

  private static NetworkSpec body() {
    return new NetworkSpec(
        "small",
        2,
        List.of(
            new LayerNode("hidden", new Linear(6), List.of(NetworkSpec.INPUT)),
            new LayerNode("norm", new LayerNorm(), List.of("hidden")),
            new LayerNode("bend", new Activation(Activation.Function.MISH), List.of("norm"))));
  }

  private static DataSchema schema(String target, TargetEncoding encoding) {
    List<String> labels =
        encoding instanceof TargetEncoding.Classes classes ? classes.labels() : List.of();
    RawType type = labels.isEmpty() ? RawType.NUMBER : RawType.CATEGORY;
    return new DataSchema(
        List.of(
            number("age", 0.5, 80.0, true),
            number("fare", 0.0, 512.5, false),
            new ColumnSchema(
                "alone", RawType.BOOLEAN, ColumnKind.BOOLEAN, true, List.of(), 0.0, 1.0, null),
            category("sex", List.of("female", "male")),
            category("cabin class", List.of("1", "2", "3")),
            new ColumnSchema(
                "boarded",
                RawType.TIMESTAMP,
                ColumnKind.DATE_TIME,
                true,
                List.of(),
                -1.9e9,
                -1.7e9,
                DateStyle.DAY_FIRST)),
        new ColumnSchema(target, type, ColumnKind.CATEGORY, false, labels, null, null, null));
  }

  private static ColumnSchema number(String name, double min, double max, boolean missing) {
    return new ColumnSchema(
        name, RawType.NUMBER, ColumnKind.NUMBER, missing, List.of(), min, max, null);
  }

  private static ColumnSchema category(String name, List<String> levels) {
    return new ColumnSchema(
        name, RawType.CATEGORY, ColumnKind.CATEGORY, true, levels, null, null, null);
  }

  private static TrainingRecipe recipe(boolean classes) {
    return new TrainingRecipe(
        classes ? new CrossEntropy(0.1) : new SquaredError(),
        new AdamW(1e-2),
        new Cosine(0.1),
        1e-3,
        32,
        10,
        3,
        1);
  }

  private static TaskSpec task(String target, Objective objective, Metric metric) {
    return new TaskSpec(
        "Predict the " + target + " of a passenger.\n# not a heading",
        "en",
        Inferred.explicit(Modality.TABULAR),
        Inferred.explicit(objective),
        new Inferred<>(target, 0.9, Inferred.Origin.SENTENCE, "the sentence names it"),
        Inferred.explicit(metric),
        Inferred.explicit(SplitKind.RANDOM),
        null,
        null,
        null,
        List.of(Inferred.explicit("name")),
        List.of());
  }

  private static Metrics metrics(Score score, Score dummy, boolean classes) {
    return new Metrics(
        score,
        dummy,
        dummy,
        "Five folds.",
        Map.of("log_loss", 0.5),
        classes
            ? new ConfusionMatrix(
                List.of("Cherbourg", "Queens`town|", "Southampton"),
                List.of(List.of(9, 1, 0), List.of(0, 9, 1), List.of(1, 0, 9)))
            : null,
        List.of(new CandidateScore("small", "a first try", 0.75, true)));
  }

  private static Provenance provenance() {
    return new Provenance(
        "passengers.csv",
        "00ff",
        1000,
        8,
        42,
        Map.of("nncreator", "0.1.0"),
        "Linux 6 amd64",
        "amd64",
        2,
        Duration.ofSeconds(61));
  }
}
