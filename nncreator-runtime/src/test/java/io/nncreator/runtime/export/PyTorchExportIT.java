// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.network.NtkLinear;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.Prediction;
import io.nncreator.runtime.bundle.Bundles;
import io.nncreator.runtime.bundle.NetworkBundle;
import io.nncreator.tck.fixture.Snake;
import io.nncreator.tck.random.RandomNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs exported networks in a real Python with PyTorch and safetensors: {@code NNC_PYTHON}, or
 * {@code python3}.
 */
@Tag("python")
@DisplayName("A network in Python")
class PyTorchExportIT {
  private static final int NETWORKS = 160;
  private static final double TOLERANCE = 1e-5;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCRIPT =
      """
      import importlib.util, json, pathlib, sys
      for folder in sorted(pathlib.Path(sys.argv[1]).iterdir()):
          spec = importlib.util.spec_from_file_location("model", folder / "model.py")
          model = importlib.util.module_from_spec(spec)
          spec.loader.exec_module(model)
          rows = json.loads((folder / "rows.json").read_text(encoding="utf-8"))
          answers = model.load(folder).predict(rows)
          (folder / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
      """;

  @TempDir Path folder;

  @Test
  @DisplayName("answers as it does in Java")
  void agree() throws IOException, InterruptedException {
    String python = System.getenv().getOrDefault("NNC_PYTHON", "python3");
    assumeTrue(
        run(python, "-c", "import torch, safetensors.torch") == 0,
        "Python with torch and safetensors is not installed");
    List<NetworkBundle> bundles = bundles();
    List<Map<String, @Nullable Object>> rows = rows();
    Path cases = Files.createDirectory(folder.resolve("cases"));
    for (int i = 0; i < bundles.size(); i++) {
      Path place = cases.resolve(String.valueOf(i));
      PyTorchExport.write(bundles.get(i), place);
      Files.writeString(place.resolve("rows.json"), JSON.writeValueAsString(rows));
    }
    Path script = Files.writeString(folder.resolve("run.py"), SCRIPT);
    assertThat(run(python, script.toString(), cases.toString())).isZero();
    for (int i = 0; i < bundles.size(); i++) {
      JsonNode answers = JSON.readTree(cases.resolve(i + "/answers.json").toFile());
      compare(bundles.get(i), rows, answers);
    }
  }

  private static void compare(
      NetworkBundle bundle, List<Map<String, @Nullable Object>> rows, JsonNode answers) {
    assertThat(answers).hasSize(rows.size());
    try (NeuralNetwork network = NeuralNetwork.of(bundle)) {
      List<Prediction> wanted = network.predictAll(rows);
      for (int row = 0; row < rows.size(); row++) {
        JsonNode answer = answers.get(row);
        Prediction prediction = wanted.get(row);
        if (prediction.probabilities().isEmpty()) {
          // The target is logarithmic: an error of the network is an error of the exponent.
          near(log(answer.get("prediction").doubleValue()), log(prediction.number()), bundle);
        }
        prediction
            .probabilities()
            .forEach(
                (label, p) ->
                    near(answer.get("probabilities").get(label).doubleValue(), p, bundle));
      }
    }
  }

  private static double log(double value) {
    return Math.log(Math.max(value, Double.MIN_NORMAL));
  }

  private static void near(double got, double wanted, NetworkBundle bundle) {
    assertThat(Math.abs(got - wanted) / Math.max(1, Math.abs(wanted)))
        .as("%s, not %s: %s", got, wanted, bundle.model().networks())
        .isLessThan(TOLERANCE);
  }

  private static List<NetworkBundle> bundles() {
    List<NetworkBundle> bundles = new ArrayList<>();
    for (int seed = 0; seed < NETWORKS; seed++) {
      NetworkBundle base = seed % 2 == 0 ? Bundles.classification() : Bundles.regression();
      NetworkSpec body =
          new RandomNetworks(seed)
              .network(base.model().networks().layout(), base.model().networks().outputs())
              .body();
      bundles.add(
          seed % 3 == 0 ? Bundles.with(base, body, seed) : Bundles.with(base, body, seed, 99, 7));
    }
    NetworkSpec odd =
        new NetworkSpec(
            "odd",
            1,
            List.of(
                new LayerNode("lambda", new Linear(3), List.of("features")),
                new LayerNode("train", new Snake(0.5), List.of("lambda"))));
    bundles.add(Bundles.with(Bundles.regression(), odd, 1, 2));
    NetworkSpec plain = new NetworkSpec("none", 3, List.of());
    bundles.add(Bundles.with(Bundles.regression(), List.of(odd, plain), 1, 2));
    NetworkSpec random =
        new RandomNetworks(77)
            .network(
                Bundles.classification().model().networks().layout(),
                Bundles.classification().model().networks().outputs())
            .body();
    bundles.add(Bundles.with(Bundles.classification(), List.of(random, plain, odd), 5));
    NetworkSpec other =
        new NetworkSpec(
            "other",
            2,
            List.of(
                new LayerNode("lambda", new NtkLinear(5), List.of("features")),
                new LayerNode("train", new Snake(2), List.of("lambda"))));
    NetworkSpec wider =
        new NetworkSpec(
            "wider",
            2,
            List.of(
                new LayerNode("lambda", new NtkLinear(7), List.of("features")),
                new LayerNode("train", new Snake(1), List.of("lambda"))));
    bundles.add(Bundles.with(Bundles.classification(), List.of(other, wider), 6, 7));
    bundles.add(Bundles.with(Bundles.classification(), new NetworkSpec("none", 3, List.of()), 1));
    return bundles;
  }

  private static List<Map<String, @Nullable Object>> rows() {
    SplittableRandom random = new SplittableRandom(5);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("age", pick(random, null, "NA", " 40.5 ", 12, random.nextDouble(0, 90)));
      row.put("fare", pick(random, null, 5000, "-3e-2", random.nextDouble(0, 500)));
      row.put("alone", pick(random, null, true, false, "yes", "0", 1));
      row.put("sex", pick(random, null, "male", "female", "other", "?"));
      row.put("cabin class", pick(random, null, "1", 2, 3.0, "4", ""));
      row.put("boarded", pick(random, null, "1912-04-10", "1912-04-10T12:30:00", ""));
      rows.add(row);
    }
    return rows;
  }

  private static @Nullable Object pick(SplittableRandom random, @Nullable Object... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static int run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return -1;
      }
      return process.exitValue();
    } catch (IOException e) {
      return -1;
    }
  }
}
