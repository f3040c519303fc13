// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.PredictionException;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.Ensemble;
import io.nncreator.api.network.Multiply;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.RawColumn;
import io.nncreator.runtime.pipeline.RawRows;
import io.nncreator.runtime.pipeline.ServingModel;
import io.nncreator.runtime.pipeline.TargetEncoding;
import io.nncreator.tck.random.RandomNetworks;
import io.nncreator.tck.reference.ReferenceInterpreter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A serving session")
class ServingSessionTest {

  /** A model with weights, its bytes and rows for it. */
  private record Sample(ServingModel model, Weights weights, byte[] bytes, RawRows rows) {
    static Sample draw(int seed, boolean astral, int rows) {
      return draw(seed, astral, rows, false);
    }

    static Sample draw(int seed, boolean astral, int rows, boolean extreme) {
      RandomPipelines pipelines = new RandomPipelines(seed, astral);
      FeaturePipeline pipeline = pipelines.pipeline();
      TargetEncoding target = pipelines.target();
      RandomNetworks networks = new RandomNetworks(seed);
      NetworkAssembly network = networks.network(pipeline.layout(), target.outputs());
      // Products of several features of 1e6 pass 32 bits in any engine.
      while (network.body().nodes().stream().anyMatch(node -> node.layer() instanceof Multiply)) {
        network = networks.network(pipeline.layout(), target.outputs());
      }
      ServingModel model = new ServingModel(pipeline, Ensemble.of(network), target);
      Weights weights = networks.weights(network, seed % 3 == 0 ? 1 : 3);
      byte[] bytes = OnnxWriter.write(model, weights, Map.of("seed", "" + seed));
      return new Sample(model, weights, bytes, pipelines.rows(pipeline, rows, extreme));
    }

    boolean classifies() {
      return model.target() instanceof TargetEncoding.Classes;
    }

    /** Logarithms where the network learnt those: e to a large power magnifies any rounding. */
    double[] comparable(double[] answers) {
      boolean logarithmic =
          model.target() instanceof TargetEncoding.Standardised target && target.logarithmic();
      return logarithmic
          ? Arrays.stream(answers).map(answer -> Math.log(answer + 1e-300)).toArray()
          : answers;
    }

    double[] reference() {
      Graph graph = model.graph();
      return ReferenceInterpreter.run(
              graph, weights, RandomPipelines.matrices(model.pipeline(), rows))
          .values()
          .iterator()
          .next()
          .values();
    }
  }

  @Test
  @DisplayName("answers raw rows as the reference interpreter does")
  void agrees() {
    for (int seed = 0; seed < 200; seed++) {
      Sample sample = Sample.draw(seed, true, 10);
      try (ServingSession session = ServingSession.open(sample.bytes())) {
        assertThat(session.numberColumns())
            .isEqualTo(names(sample.model().pipeline().numberColumns()));
        assertThat(session.categoryColumns())
            .isEqualTo(names(sample.model().pipeline().categoryColumns()));
        if (sample.model().target() instanceof TargetEncoding.Classes classes) {
          assertThat(session.labels()).isEqualTo(classes.labels());
        }
        double[] answers = answers(session, sample, sample.rows());
        check(sample.comparable(answers), sample.comparable(sample.reference()), seed);
      }
    }
  }

  @Test
  @DisplayName("answers huge and infinite numbers with finite ones")
  void extremes() {
    for (int seed = 0; seed < 100; seed++) {
      Sample sample = Sample.draw(seed, false, 20, true);
      try (ServingSession session = ServingSession.open(sample.bytes())) {
        for (double answer : answers(session, sample, sample.rows())) {
          assertThat(answer).as("seed %s", seed).isFinite();
        }
      }
    }
  }

  @Test
  @DisplayName("answers as the whole file does in the hands of a stranger")
  void wholeFile() throws OrtException {
    for (int seed = 0; seed < 100; seed++) {
      Sample sample = Sample.draw(seed, false, 10);
      Map<String, Object> inputs = new LinkedHashMap<>();
      List<String> numbers = names(sample.model().pipeline().numberColumns());
      for (int i = 0; i < numbers.size(); i++) {
        inputs.put(numbers.get(i), sample.rows().numbers().get(i));
      }
      List<String> texts = names(sample.model().pipeline().categoryColumns());
      for (int i = 0; i < texts.size(); i++) {
        inputs.put(texts.get(i), withoutNull(sample.rows().texts().get(i)));
      }
      List<Object> outputs = List.copyOf(OrtGraph.run(sample.bytes(), inputs).values());
      try (ServingSession session = ServingSession.open(sample.bytes())) {
        double[] answers = answers(session, sample, sample.rows());
        check(answers, (double[]) outputs.get(outputs.size() - 1), seed);
        if (sample.classifies()) {
          assertThat((String[]) outputs.get(0))
              .isEqualTo(likeliest(session.labels(), (double[]) outputs.get(1)));
        }
      }
    }
  }

  @Test
  @DisplayName("answers one row as it answers many, from many threads")
  void threads() throws Exception {
    Sample sample = Sample.draw(3, true, 64);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try (ServingSession session = ServingSession.open(sample.bytes())) {
      double[] all = answers(session, sample, sample.rows());
      int width = all.length / 64;
      List<Callable<Void>> calls = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        int row = i % 64;
        calls.add(
            () -> {
              check(
                  answers(session, sample, one(sample.rows(), row)),
                  Arrays.copyOfRange(all, row * width, (row + 1) * width),
                  row);
              return null;
            });
      }
      for (Future<Void> call : pool.invokeAll(calls)) {
        call.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  @DisplayName("refuses bytes that are not a served model")
  void foreignBytes() {
    byte[] whole = Sample.draw(1, false, 1).bytes();
    List<byte[]> foreign =
        List.of(
            new byte[0],
            "not a model".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            Arrays.copyOf(whole, whole.length / 2),
            OnnxWriter.write(
                Sample.draw(1, false, 1).model().graph(),
                Sample.draw(1, false, 1).weights(),
                Map.of()));
    for (byte[] bytes : foreign) {
      assertThatThrownBy(() -> ServingSession.open(bytes))
          .isInstanceOfSatisfying(
              PredictionException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.INFERENCE_ENGINE));
    }
  }

  @Test
  @DisplayName("can be closed twice, and then answers no more")
  void closed() {
    Sample sample = Sample.draw(2, false, 1);
    ServingSession session = ServingSession.open(sample.bytes());
    answers(session, sample, sample.rows());
    session.close();
    session.close();
    assertThatThrownBy(() -> answers(session, sample, sample.rows()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("is written with equal bytes for equal arguments")
  void deterministic() {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(Sample.draw(seed, true, 1).bytes()).isEqualTo(Sample.draw(seed, true, 1).bytes());
    }
  }

  private static double[] answers(ServingSession session, Sample sample, RawRows rows) {
    if (!sample.classifies()) {
      return session.values(rows);
    }
    float[] floats = session.probabilities(rows);
    double[] doubles = new double[floats.length];
    Arrays.setAll(doubles, i -> floats[i]);
    return doubles;
  }

  private static void check(double[] got, double[] expected, int seed) {
    assertThat(got).as("seed %s", seed).hasSameSizeAs(expected);
    for (int i = 0; i < got.length; i++) {
      assertThat(Math.abs(got[i] - expected[i]) / Math.max(1, Math.abs(expected[i])))
          .as("seed %s, answer %s: %s, not %s", seed, i, got[i], expected[i])
          .isLessThan(1e-5);
    }
  }

  private static RawRows one(RawRows rows, int row) {
    List<double[]> numbers = new ArrayList<>();
    rows.numbers().forEach(cells -> numbers.add(new double[] {cells[row]}));
    List<@Nullable String[]> texts = new ArrayList<>();
    rows.texts().forEach(cells -> texts.add(new @Nullable String[] {cells[row]}));
    return new RawRows(1, numbers, texts);
  }

  private static String[] withoutNull(@Nullable String[] cells) {
    return Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toArray(String[]::new);
  }

  private static String[] likeliest(List<String> labels, double[] probabilities) {
    String[] chosen = new String[probabilities.length / labels.size()];
    for (int row = 0; row < chosen.length; row++) {
      int best = 0;
      for (int i = 1; i < labels.size(); i++) {
        int at = row * labels.size();
        best = probabilities[at + i] > probabilities[at + best] ? i : best;
      }
      chosen[row] = labels.get(best);
    }
    return chosen;
  }

  private static List<String> names(List<RawColumn> columns) {
    return columns.stream().map(RawColumn::name).toList();
  }
}
