// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nncreator.cli.CliProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Python (ONNX Runtime, PyTorch's TorchScript, the exported module) against the answers of the
 * command line. The environment variable NNC_PYTHON names the interpreter.
 */
@DisplayName("Python")
class PythonParityIT {
  private static final double TOLERANCE = 1e-5;
  private static final String SCRIPT = "src/test/resources/python/parity.py";

  private static String python = "/usr/bin/python3";

  @TempDir private Path folder;

  @BeforeAll
  static void findPython() throws IOException, InterruptedException {
    python = System.getenv().getOrDefault("NNC_PYTHON", python);
    boolean there = false;
    if (Files.isExecutable(Path.of(python))) {
      there =
          new ProcessBuilder(python, "-c", "import torch, onnxruntime, safetensors.torch")
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .waitFor()
              == 0;
    }
    String reason = python + " lacks torch, onnxruntime or safetensors (set NNC_PYTHON).";
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as(reason).isTrue();
    }
    assumeTrue(there, reason);
  }

  @Test
  @DisplayName("gives the same probabilities, with categories, words of texts and missing cells")
  void classes() throws IOException, InterruptedException {
    Path table = folder.resolve("passengers.csv");
    Files.writeString(table, passengers());
    compare(table, "Will the passenger survive?", "survived", "20s");
  }

  @Test
  @DisplayName("gives the same numbers")
  void numbers() throws IOException, InterruptedException {
    Path table = Path.of(CliProcess.example("concrete.csv"));
    compare(table, "Tell the compressive strength", "compressive_strength", "20s");
  }

  private void compare(Path table, String sentence, String target, String budget)
      throws IOException, InterruptedException {
    String bundle = folder.resolve("network").toString();
    String exported = folder.resolve("python").toString();
    String answers = folder.resolve("answers.csv").toString();
    run(
        "auto",
        sentence,
        "--data",
        table.toString(),
        "--target",
        target,
        "--budget",
        budget,
        "--out",
        bundle,
        "--workspace",
        folder.resolve("workspace").toString(),
        "--quiet");
    run("predict", bundle, "--data", table.toString(), "--out", answers);
    run("export", bundle, "--format", "pytorch", "--out", exported);
    Map<String, Double> differences = python(bundle, exported, table.toString(), answers);
    assertThat(differences).containsOnlyKeys("onnx", "pytorch", "torchscript");
    assertThat(differences)
        .allSatisfy((way, most) -> assertThat(most).as(way).isLessThan(TOLERANCE));
  }

  private void run(String... args) throws IOException, InterruptedException {
    Result result = CliProcess.run(folder, args);
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  private Map<String, Double> python(String... args) throws IOException, InterruptedException {
    Path out = folder.resolve("python.txt");
    ProcessBuilder builder = new ProcessBuilder(python, SCRIPT);
    builder.command().addAll(List.of(args));
    int code = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start().waitFor();
    String text = Files.readString(out);
    assertThat(code).as(text).isZero();
    Map<String, Double> differences = new TreeMap<>();
    for (String line : text.lines().filter(each -> each.matches("[a-z]+ [-.e\\d]+")).toList()) {
      String[] parts = line.split(" ");
      differences.put(parts[0], Double.parseDouble(parts[1]));
    }
    return differences;
  }

  /** A sentence of its own, in whose words something is told. */
  private static String remark(Random random, int row, boolean woman) {
    if (random.nextInt(20) == 0) {
      return "";
    }
    String title = woman ? "Mrs." : random.nextBoolean() ? "Mr." : "mr";
    String luggage = random.nextInt(3) == 0 ? "with trunks 😀, (two)" : "with  bag";
    return "\"" + title + " number" + row + " came " + luggage + "\"";
  }

  /** A table with numbers, categories, texts, truth values and missing cells of each. */
  private static String passengers() {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder("class,sex,age,fare,alone,port,remark,survived\n");
    for (int row = 0; row < 400; row++) {
      int level = 1 + random.nextInt(3);
      boolean woman = random.nextBoolean();
      double age = 1 + 70 * random.nextDouble();
      double chance = 0.15 + (woman ? 0.5 : 0) + (level == 1 ? 0.2 : 0) - (age > 60 ? 0.1 : 0);
      String port = random.nextInt(12) == 0 ? "" : "CQS".charAt(random.nextInt(3)) + "";
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%.2f,%s,%s,%s,%s%n",
              "class-" + level,
              woman ? "female" : "male",
              random.nextInt(5) == 0 ? "NA" : String.format(Locale.ROOT, "%.1f", age),
              Math.exp(4 - level + random.nextGaussian()),
              random.nextInt(15) == 0 ? "" : String.valueOf(random.nextBoolean()),
              port,
              remark(random, row, woman),
              random.nextDouble() < chance ? "yes" : "no"));
    }
    return text.toString();
  }
}
