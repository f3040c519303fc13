// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.error.CreationException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.event.ChampionChanged;
import io.nncreator.api.event.CreationEvent;
import io.nncreator.api.event.CreationFinished;
import io.nncreator.api.event.NetworkScored;
import io.nncreator.api.event.Stage;
import io.nncreator.api.event.StageStarted;
import io.nncreator.api.spi.Trainer;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.core.CreationJob;
import io.nncreator.core.CreationPlan;
import io.nncreator.core.CreationSpec;
import io.nncreator.core.JobStatus;
import io.nncreator.core.NeuralNetworkCreator;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.Prediction;
import io.nncreator.tck.fixture.AlteredTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, from the call to the bundle, with the real engine. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CreationIT {
  @TempDir Path folder;

  @Test
  void aSentenceAndRowsBecomeANetworkThatBeatsTheDummy() throws Exception {
    List<CreationEvent> events = Collections.synchronizedList(new ArrayList<>());
    try (NeuralNetworkCreator creator = creator()) {
      NeuralNetwork network =
          colour(creator, 400).within(Duration.ofSeconds(15)).listener(events::add).start().await();

      Prediction inner = network.predict(Map.of("x", 0.1, "y", -0.1, "shape", "round"));
      Prediction outer = network.predict(Map.of("x", 4.0, "y", 0.1, "shape", "round"));
      assertThat(inner.value()).isEqualTo("red");
      assertThat(outer.value()).isEqualTo("blue");
      assertThat(outer.probabilities().values().stream().mapToDouble(p -> p).sum())
          .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5));
      network.close();
    }
    assertThat(events)
        .filteredOn(StageStarted.class::isInstance)
        .extracting(event -> ((StageStarted) event).stage())
        .containsExactly(Stage.values());
    assertThat(events).hasAtLeastOneElementOfType(ChampionChanged.class);
    NetworkScored scored = only(events, NetworkScored.class);
    assertThat(scored.score().value()).isGreaterThan(scored.dummy().value() + 0.2);
    assertThat(scored.score().low()).isLessThanOrEqualTo(scored.score().value());
    assertThat(scored.score().rows()).isEqualTo(400);
    assertThat(only(events, CreationFinished.class).outcome())
        .isEqualTo(CreationFinished.Outcome.SUCCEEDED);
  }

  @Test
  void theSameSeedGivesTheSameWeights() throws Exception {
    assertThat(weights(7)).isEqualTo(weights(7)).isNotEqualTo(weights(8));
  }

  @Test
  void aRegressionAnswersInItsOwnUnits() throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 300; i++) {
      double area = 20 + 100 * random.nextDouble();
      rows.add(Map.of("area", area, "price", 1000 * area + 500 * random.nextGaussian()));
    }
    try (NeuralNetworkCreator creator = creator()) {
      NeuralNetwork network =
          creator
              .create("Estimate the price")
              .from(DataSource.rows(rows))
              .within(Duration.ofSeconds(10))
              .start()
              .await();

      assertThat((Double) network.predict(Map.of("area", 70)).value())
          .isBetween(66_000.0, 74_000.0);
    }
  }

  @Test
  void stopKeepsTheBestNetworkSoFar() throws Exception {
    CountDownLatch champion = new CountDownLatch(1);
    try (NeuralNetworkCreator creator = creator()) {
      CreationJob job =
          colour(creator, 1_500)
              .within(Duration.ofMinutes(3))
              .on(ChampionChanged.class, event -> champion.countDown())
              .start();
      assertThat(champion.await(60, TimeUnit.SECONDS)).isTrue();
      job.stop();
      NeuralNetwork network = job.await();

      assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
      assertThat(network.location()).exists();
    }
  }

  @Test
  void cancelLeavesNothingBehind() throws Exception {
    CountDownLatch training = new CountDownLatch(1);
    try (NeuralNetworkCreator creator = creator()) {
      CreationJob job =
          colour(creator, 1_500)
              .within(Duration.ofMinutes(3))
              .on(
                  StageStarted.class,
                  event -> {
                    if (event.stage() == Stage.TRAINING) {
                      training.countDown();
                    }
                  })
              .start();
      assertThat(training.await(60, TimeUnit.SECONDS)).isTrue();
      job.cancel();

      assertThatExceptionOfType(CreationException.class)
          .isThrownBy(job::await)
          .matches(e -> e.code() == ErrorCode.CREATION_CANCELLED);
      assertThat(job.status()).isEqualTo(JobStatus.CANCELLED);
      assertThat(bundles()).isEmpty();
    }
  }

  @Test
  void aPlanTrainsNothingAndWritesNothing() throws Exception {
    try (NeuralNetworkCreator creator = creator()) {
      CreationPlan plan = colour(creator, 200).plan();

      assertThat(plan.task().target().value()).isEqualTo("colour");
      assertThat(plan.task().objective().value()).isEqualTo(Objective.BINARY);
      assertThat(plan.candidates().get(0).network().name()).isEqualTo("linear");
      assertThat(plan.validation()).contains("cross-validation");
      assertThat(bundles()).isEmpty();
    }
  }

  @Test
  void aTrainerThatAnswersOtherwiseThanItsWeightsStopsTheRelease() throws Exception {
    try (NeuralNetworkCreator creator =
        NeuralNetworkCreator.builder()
            .workspace(folder)
            .trainer(lying(ServiceLoader.load(Trainer.class).findFirst().orElseThrow()))
            .build()) {
      CreationJob job = colour(creator, 200).within(Duration.ofSeconds(10)).start();

      assertThatExceptionOfType(CreationException.class)
          .isThrownBy(job::await)
          .matches(e -> e.code() == ErrorCode.RELEASE_MISMATCH);
      assertThat(bundles()).isEmpty();
    }
  }

  @Test
  void settingsWinAndContradictionsAreRefused() throws Exception {
    try (NeuralNetworkCreator creator = creator()) {
      CreationPlan plan = colour(creator, 200).target("shape").metric(Metric.ACCURACY).plan();

      assertThat(plan.task().target().value()).isEqualTo("shape");
      assertThat(plan.task().metric().value()).isEqualTo(Metric.ACCURACY);
      assertThatIllegalStateException()
          .isThrownBy(() -> creator.create("x").target("a").target("b"))
          .withMessageContaining("(a)")
          .withMessageContaining("(b)");
      assertThatIllegalStateException()
          .isThrownBy(() -> creator.create("x").start())
          .withMessageContaining("DataSource");
    }
  }

  /** So few rows that the plan ends long before the limit, which would cut it by the clock. */
  private byte[] weights(long seed) throws Exception {
    try (NeuralNetworkCreator creator = creator()) {
      NeuralNetwork network =
          colour(creator, 60).within(Duration.ofMinutes(1)).seed(seed).start().await();
      return Files.readAllBytes(network.location().resolve("weights.safetensors"));
    }
  }

  private static CreationSpec colour(NeuralNetworkCreator creator, int rows) {
    return creator.create("Predict the colour").from(DataSource.rows(rings(rows)));
  }

  /** A trainer whose reported answers do not come from the weights that it returns. */
  private static Trainer lying(Trainer honest) {
    return new AlteredTrainer(
        honest,
        (request, observer) -> {
          TrainingResult result = honest.train(request, observer);
          List<MemberResult> lies = result.members().stream().map(CreationIT::lie).toList();
          return new TrainingResult(result.weights(), lies, result.checkpoint());
        });
  }

  private static MemberResult lie(MemberResult member) {
    float[] outputs = member.validationOutputs().clone();
    outputs[0] += 0.01f;
    return new MemberResult(member.status(), member.bestEpoch(), member.validationLoss(), outputs);
  }

  private NeuralNetworkCreator creator() {
    return NeuralNetworkCreator.builder().workspace(folder).build();
  }

  private List<Path> bundles() throws IOException {
    Path models = folder.resolve("models");
    if (!Files.exists(models)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(models)) {
      return entries.toList();
    }
  }

  /** Points within a ring are red, outside blue: no linear model tells them apart. */
  private static List<Map<String, Object>> rings(int rows) {
    SplittableRandom random = new SplittableRandom(11);
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double x = 2 * random.nextGaussian();
      double y = 2 * random.nextGaussian();
      Map<String, Object> row = new HashMap<>();
      row.put("x", i % 17 == 0 ? null : x);
      row.put("y", y);
      row.put("shape", random.nextBoolean() ? "round" : "square");
      row.put("colour", x * x + y * y < 4 ? "red" : "blue");
      all.add(row);
    }
    return all;
  }

  private static <E> E only(List<CreationEvent> events, Class<E> type) {
    List<E> found = events.stream().filter(type::isInstance).map(type::cast).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
