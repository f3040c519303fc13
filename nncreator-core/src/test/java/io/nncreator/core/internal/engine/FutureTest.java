// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.event.CreationEvent;
import io.nncreator.api.event.CreationPlanned;
import io.nncreator.api.event.NetworkScored;
import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Trainer;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.core.internal.architecture.TemplateArchitectures;
import io.nncreator.core.internal.creation.CreationOrder;
import io.nncreator.tck.fixture.AlteredTrainer;
import io.nncreator.tck.reference.ReferenceTrainer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A network that is to tell the future is judged by the future of what it has learnt from. */
@Timeout(60)
class FutureTest {
  private static final int ROWS = 60;

  @TempDir private Path folder;

  private final List<CreationEvent> events = Collections.synchronizedList(new ArrayList<>());

  @Test
  void theLatestRowsJudgeAndTheFinalNetworkLearnsFromAll() throws InterruptedException {
    List<Integer> learnt = Collections.synchronizedList(new ArrayList<>());
    create("Predict the sales of the next month", learnt);

    assertThat(only(CreationPlanned.class).validation()).contains("without the latest of 5 parts");
    assertThat(only(NetworkScored.class).score().rows()).isEqualTo(ROWS / 5);
    assertThat(learnt).containsExactlyInAnyOrder(ROWS, ROWS - ROWS / 5);
  }

  @Test
  void otherwiseEveryRowJudgesOnce() throws InterruptedException {
    List<Integer> learnt = Collections.synchronizedList(new ArrayList<>());
    create("Predict the sales", learnt);

    assertThat(only(NetworkScored.class).score().rows()).isEqualTo(ROWS);
    assertThat(learnt).hasSize(6);
  }

  private void create(String sentence, List<Integer> learnt) throws InterruptedException {
    Trainer trainer =
        new AlteredTrainer(
            new ReferenceTrainer(),
            (request, observer) -> {
              learnt.add(request.rows().rows());
              return new ReferenceTrainer().train(request, observer);
            });
    CreationOrder order =
        new CreationOrder(
            "test",
            sentence,
            DataSource.rows(rows()),
            TaskSettings.NONE,
            Duration.ofSeconds(60),
            1,
            folder.resolve("network"));
    try (CreationEngine engine = new CreationEngine(trainer, List.of(new LinearOnly()), 1)) {
      engine.run(order, Clock.systemUTC(), events::add).call().close();
    }
  }

  private static List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int day = 0; day < ROWS; day++) {
      rows.add(
          Map.of(
              "day",
              LocalDate.of(2024, 1, 1).plusDays(day / 2),
              "visitors",
              100.5 + day % 7,
              "price",
              5.5 + day % 3,
              "rain",
              0.5 * (day % 5),
              "shop",
              day % 2 == 0 ? "north" : "south",
              "sales",
              10.25 + 3 * (day % 7) + 0.1 * day));
    }
    return rows;
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
