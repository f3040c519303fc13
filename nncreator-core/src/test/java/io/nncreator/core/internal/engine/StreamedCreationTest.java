// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.error.CreationException;
import io.nncreator.api.event.CreationEvent;
import io.nncreator.api.event.CreationPlanned;
import io.nncreator.api.event.NetworkScored;
import io.nncreator.api.event.Stage;
import io.nncreator.api.event.StageStarted;
import io.nncreator.api.event.Warned;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Trainer;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.api.training.RowChunks;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.core.internal.architecture.TemplateArchitectures;
import io.nncreator.core.internal.creation.CreationOrder;
import io.nncreator.core.internal.creation.RowLimits;
import io.nncreator.tck.fixture.AlteredTrainer;
import io.nncreator.tck.reference.ReferenceTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A creation learns from a table of which it holds only a part. */
@Timeout(60)
class StreamedCreationTest {
  private static final int ROWS = 6_000;
  private static final int HELD = 2_500;
  private static final int CHUNK = 512;

  @TempDir private Path folder;

  private final List<CreationEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final List<TrainingRequest> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<Weights> weights = Collections.synchronizedList(new ArrayList<>());
  private Path file = Path.of("unset");

  @BeforeEach
  void write() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    StringBuilder text = new StringBuilder("a,b,c,y\n");
    for (int row = 0; row < ROWS; row++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      String y = a - b + 0.2 * random.nextGaussian() > 0 ? "yes" : "no";
      text.append(String.format(Locale.ROOT, "%.4f,%.4f,k%d,%s\n", a, b, random.nextInt(5), y));
    }
    file = Files.writeString(folder.resolve("table.csv"), text);
  }

  @Test
  void learnsFromAllRowsAndIsJudgedByRowsThatNoneHasSeen() throws Exception {
    create("one", "Predict y", new RowLimits(HELD, CHUNK), cancel -> {});

    assertThat(requests).isNotEmpty();
    for (TrainingRequest request : requests) {
      RowChunks chunks = request.chunks();
      assertThat(chunks).isNotNull();
      assertThat(chunks.rows()).isEqualTo(ROWS - HELD);
      assertThat(chunks.rows(0)).isLessThanOrEqualTo(CHUNK);
      int judged = only(NetworkScored.class).score().rows();
      assertThat(request.rows().rows()).isEqualTo(HELD - judged);
    }
    assertThat(only(NetworkScored.class).score().value()).isGreaterThan(0.9);
    assertThat(only(CreationPlanned.class).validation()).contains("3500 further rows");
    assertThat(events).noneMatch(Warned.class::isInstance);
    assertThat(leftOver()).isEmpty();
  }

  @Test
  void givesTheSameWeightsAgain() throws Exception {
    create("one", "Predict y", new RowLimits(HELD, CHUNK), cancel -> {});
    create("two", "Predict y", new RowLimits(HELD, CHUNK), cancel -> {});

    assertThat(weights).hasSize(2);
    assertThat(weights.get(1)).isEqualTo(weights.get(0));
  }

  @Test
  void leavesNothingBehindWhenItIsCancelled() throws Exception {
    assertThatThrownBy(
            () ->
                create(
                    "one",
                    "Predict y",
                    new RowLimits(HELD, CHUNK),
                    cancel -> {
                      if (events.stream().anyMatch(StreamedCreationTest::training)) {
                        cancel.run();
                      }
                    }))
        .isInstanceOf(CreationException.class);

    assertThat(requests).isEmpty();
    assertThat(leftOver()).isEmpty();
  }

  @Test
  void holdsATableInMemoryThatFits() throws Exception {
    create("one", "Predict y", new RowLimits(ROWS, CHUNK), cancel -> {});

    assertThat(requests).allSatisfy(request -> assertThat(request.chunks()).isNull());
  }

  private static boolean training(CreationEvent event) {
    return event instanceof StageStarted started && started.stage() == Stage.TRAINING;
  }

  /** What a listener does at each event, given how to cancel. */
  private interface Listening {
    void event(Runnable cancel);
  }

  private void create(String id, String sentence, RowLimits limits, Listening listening)
      throws Exception {
    Trainer trainer =
        new AlteredTrainer(
            new ReferenceTrainer(),
            (request, observer) -> {
              requests.add(request);
              var result = new ReferenceTrainer().train(request, observer);
              weights.add(result.weights());
              return result;
            });
    CreationOrder order =
        new CreationOrder(
            id,
            sentence,
            DataSource.csv(file),
            TaskSettings.NONE,
            Duration.ofSeconds(60),
            1,
            folder.resolve("models").resolve(id));
    Files.createDirectories(folder.resolve("models"));
    List<CreationRun> runs = new ArrayList<>();
    try (CreationEngine engine =
        new CreationEngine(trainer, List.of(new LinearOnly()), 1, limits)) {
      runs.add(
          engine.run(
              order,
              Clock.systemUTC(),
              event -> {
                events.add(event);
                listening.event(() -> runs.get(0).signal().cancel());
              }));
      runs.get(0).call().close();
    }
  }

  private List<String> leftOver() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("models"))) {
      return files
          .map(path -> String.valueOf(path.getFileName()))
          .filter(n -> n.startsWith("."))
          .toList();
    }
  }

  private <E> E only(Class<E> type) {
    List<E> found = events.stream().filter(type::isInstance).map(type::cast).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static final class LinearOnly implements ArchitectureGenerator {
    @Override
    public String id() {
      return "linear";
    }

    @Override
    public Availability probe() {
      return new Availability.Ready();
    }

    @Override
    public List<Candidate> generate(Request request) {
      Candidate linear = new TemplateArchitectures().generate(request).get(0);
      return List.of(
          new Candidate(linear.network(), linear.recipe().withEpochs(3), linear.reason()));
    }
  }
}
