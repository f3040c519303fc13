// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.Cosine;
import io.nncreator.api.training.EpochProgress;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.RowChunks;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.api.training.TrainingRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A training on chunks of rows")
class ChunkedTrainingTest {
  private static final FeatureLayout LAYOUT = new FeatureLayout(3, List.of(4));
  private static final int MEMORY = 200;
  private static final int CHUNK = 512;
  private static final int EPOCHS = 4;

  @Test
  @DisplayName("learns as from the same rows in memory")
  void learnsAsInMemory() {
    TrainingRows rows = rows(5_000);
    int[] training = IntStream.range(MEMORY / 2, 5_000).toArray();
    int[] validation = IntStream.range(0, MEMORY / 2).toArray();
    TrainingRequest whole = request(rows, List.of(new Member(training, validation, 1)), null, null);

    TrainingResult inMemory = TrainingRun.of(whole, TrainingObserver.NONE);
    TrainingResult chunked = TrainingRun.of(chunked(rows, 1, null), TrainingObserver.NONE);

    double expected = inMemory.members().get(0).validationLoss();
    assertThat(expected).isLessThan(0.02);
    assertThat(chunked.members().get(0).validationLoss()).isLessThan(expected * 1.2 + 1e-3);
  }

  @Test
  @DisplayName("reads each chunk once in an epoch, in another order each time")
  void readsEachChunkOnce() {
    TrainingRows rows = rows(3_000);
    Chunks chunks = new Chunks(rows);

    TrainingRun.of(chunked(rows, 2, null, chunks), TrainingObserver.NONE);

    // A chunk that ends one epoch and begins the next is not read again.
    int all = EPOCHS * chunks.count();
    assertThat(chunks.asked).hasSizeBetween(all - EPOCHS + 1, all);
    List<Integer> first = chunks.asked.subList(0, chunks.count());
    assertThat(first).doesNotHaveDuplicates();
    assertThat(chunks.asked.subList(all - EPOCHS + 1 - chunks.count(), all - EPOCHS + 1))
        .isNotEqualTo(first);
  }

  @Test
  @DisplayName("gives the same weights again, also when it was stopped within a chunk")
  void repeatsAndResumes() {
    TrainingRows rows = rows(2_000);
    TrainingResult whole = TrainingRun.of(chunked(rows, 2, null), TrainingObserver.NONE);
    assertThat(TrainingRun.of(chunked(rows, 2, null), TrainingObserver.NONE).weights())
        .isEqualTo(whole.weights());

    for (int calls : List.of(1, 3, 7, 12)) {
      TrainingResult part = TrainingRun.of(chunked(rows, 2, null), new Stop(calls));
      TrainingRequest rest = chunked(rows, 2, part);
      assertThat(TrainingRun.of(rest, TrainingObserver.NONE).weights()).isEqualTo(whole.weights());
    }
  }

  @Test
  @DisplayName("takes every row once in an epoch, but for what fills no batch")
  void takesEveryRowOnce() {
    TrainingRows rows = rows(2_000);
    TrainingRequest request = chunked(rows, 1, null);
    TrainingPlan plan = TrainingPlan.of(request);
    EpochParts parts = EpochParts.of(request, plan.batch());
    RowOrder order = new RowOrder(request, plan, parts);
    List<String> seen = new ArrayList<>();
    for (int step = 0; step < plan.stepsPerEpoch(); step++) {
      java.nio.IntBuffer at = java.nio.IntBuffer.allocate(plan.stride());
      order.write(step, at);
      for (int i = 0; i < plan.batch(); i++) {
        int row = at.get(i);
        seen.add(row < MEMORY ? "own " + row : parts.chunk() + " " + row);
      }
    }
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen.size()).isGreaterThan(2_000 - MEMORY / 2 - parts.count() * plan.batch());
    assertThat(seen).noneMatch(row -> row.startsWith("own") && row.length() < 5);
  }

  private static TrainingRequest chunked(
      TrainingRows rows, int members, @Nullable TrainingResult from) {
    return chunked(rows, members, from, new Chunks(rows));
  }

  private static TrainingRequest chunked(
      TrainingRows rows, int members, @Nullable TrainingResult from, RowChunks chunks) {
    int[] training = IntStream.range(MEMORY / 2, MEMORY).toArray();
    int[] validation = IntStream.range(0, MEMORY / 2).toArray();
    List<Member> all = new ArrayList<>();
    for (int k = 0; k < members; k++) {
      all.add(new Member(Arrays.copyOf(training, training.length - 7 * k), validation, 1L + k));
    }
    return request(part(rows, 0, MEMORY), all, from, chunks);
  }

  private static TrainingRequest request(
      TrainingRows rows,
      List<Member> members,
      @Nullable TrainingResult from,
      @Nullable RowChunks chunks) {
    TrainingRecipe recipe =
        new TrainingRecipe(
            new SquaredError(), new AdamW(0), new Cosine(0.2), 0.02, 16, EPOCHS, 0, 1);
    NetworkAssembly network =
        new NetworkAssembly(LAYOUT, new NetworkSpec("linear", 4, List.of()), 1);
    return new TrainingRequest(
        network, recipe, rows, members, from == null ? null : from.checkpoint(), chunks);
  }

  private static TrainingRows rows(int count) {
    SplittableRandom random = new SplittableRandom(3);
    float[] numeric = new float[count * 3];
    long[] codes = new long[count];
    float[] values = new float[count];
    for (int row = 0; row < count; row++) {
      codes[row] = random.nextInt(4);
      double sum = codes[row] - 1.5 + 0.1 * random.nextGaussian();
      for (int i = 0; i < 3; i++) {
        numeric[row * 3 + i] = (float) random.nextGaussian();
        sum += (i - 0.5) * numeric[row * 3 + i];
      }
      values[row] = (float) sum;
    }
    return new TrainingRows(LAYOUT, numeric, codes, new int[0], values);
  }

  private static TrainingRows part(TrainingRows rows, int from, int to) {
    return new TrainingRows(
        LAYOUT,
        Arrays.copyOfRange(rows.numeric(), from * 3, to * 3),
        Arrays.copyOfRange(rows.codes(), from, to),
        new int[0],
        Arrays.copyOfRange(rows.values(), from, to));
  }

  /** Rows beyond the first ones, cut into chunks. */
  private static final class Chunks implements RowChunks {
    private final TrainingRows rows;
    private final List<Integer> asked = new ArrayList<>();

    Chunks(TrainingRows rows) {
      this.rows = rows;
    }

    @Override
    public int count() {
      return (rows.rows() - MEMORY + CHUNK - 1) / CHUNK;
    }

    @Override
    public int rows(int chunk) {
      return Math.min(CHUNK, rows.rows() - MEMORY - chunk * CHUNK);
    }

    @Override
    public TrainingRows read(int chunk) {
      asked.add(chunk);
      int from = MEMORY + chunk * CHUNK;
      return part(rows, from, from + rows(chunk));
    }
  }

  private static final class Stop implements TrainingObserver {
    private final int calls;
    private int asked;

    Stop(int calls) {
      this.calls = calls;
    }

    @Override
    public void onEpoch(EpochProgress progress) {}

    @Override
    public boolean stopRequested() {
      return asked++ >= calls;
    }
  }
}
