// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.chunks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nncreator.api.data.DataProfile;
import io.nncreator.api.data.DataSource;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.StoreException;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.api.training.TrainingRows;
import io.nncreator.core.internal.features.FittedRows;
import io.nncreator.core.internal.features.LearningTable;
import io.nncreator.core.internal.features.Tables;
import io.nncreator.core.internal.intake.DatasetReader;
import io.nncreator.core.internal.intake.ReadTable;
import io.nncreator.core.internal.intake.sample.Sampling;
import io.nncreator.core.internal.profile.DataProfiler;
import io.nncreator.runtime.onnx.EncodedRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The encoder of rows that are not in memory")
class FurtherRowsEncoderTest {
  private static final int ROWS = 5_000;
  private static final int HELD = 700;
  private static final int CHUNK = 512;
  private static final BooleanSupplier NEVER = () -> false;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"plain.csv", "packed.csv.gz", "quoted.csv"})
  @DisplayName("writes every row that was not drawn once, as one in memory is encoded")
  void writesAllOtherRows(String name) throws IOException {
    Path file = write(name, text(ROWS, name.startsWith("quoted")));
    Case made = new Case(file, Objective.BINARY, ROWS - HELD);

    List<String> written = new ArrayList<>();
    try (ChunkFile chunks = made.encoder(NEVER).encode(work()).orElseThrow()) {
      assertThat(chunks.count()).isEqualTo(9);
      assertThat(chunks.rows()).isEqualTo(ROWS - HELD);
      for (int chunk = 0; chunk < chunks.count(); chunk++) {
        assertThat(chunks.rows(chunk)).isBetween(1, CHUNK);
        TrainingRows rows = chunks.read(chunk);
        assertThat(rows.rows()).isEqualTo(chunks.rows(chunk));
        written.addAll(shown(rows));
        assertThat(shown(chunks.read(chunk))).isEqualTo(shown(rows));
      }
    }

    assertThat(written).containsExactlyInAnyOrderElementsOf(made.expected(file));
    assertThat(files(work())).isEmpty();
  }

  @Test
  @DisplayName("mixes a sorted table, so that chunks are alike")
  void mixesSortedRows() throws IOException {
    Path file = write("sorted.csv", text(ROWS, false));
    Case made = new Case(file, Objective.REGRESSION, ROWS - HELD);

    try (ChunkFile chunks = made.encoder(NEVER).encode(work()).orElseThrow()) {
      for (int chunk = 0; chunk < chunks.count(); chunk++) {
        // The target of row i is i, and standardised.
        float[] values = chunks.read(chunk).values();
        double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
        assertThat(mean / values.length).isBetween(-0.2, 0.2);
      }
    }
  }

  @Test
  @DisplayName("draws as many rows as are wanted, the same ones by the same seed")
  void drawsSome() throws IOException {
    Path file = write("t.csv", text(ROWS, false));
    Case made = new Case(file, Objective.BINARY, 1_000);

    List<List<String>> drawn = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      try (ChunkFile chunks = made.encoder(NEVER).encode(work()).orElseThrow()) {
        assertThat(chunks.rows()).isEqualTo(1_000);
        drawn.add(shown(chunks.read(0)));
      }
    }

    assertThat(drawn.get(1)).isEqualTo(drawn.get(0));
    assertThat(made.expected(file)).containsAll(drawn.get(0));
  }

  @Test
  @DisplayName("says that the table was changed meanwhile, and leaves no file")
  void seesChanges() throws IOException {
    String text = text(ROWS, false);
    Path file = write("t.csv", text);
    Case made = new Case(file, Objective.BINARY, ROWS - HELD);
    List<String> changes =
        List.of(
            text + text.substring(text.lastIndexOf('\n', text.length() - 2) + 1),
            text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1),
            text.replaceFirst("x;", "z;"),
            text.replace("true", "false"));

    for (String changed : changes) {
      Files.writeString(file, changed);
      DataException error =
          catchThrowableOfType(DataException.class, () -> made.encoder(NEVER).encode(work()));
      assertThat(error.code()).isEqualTo(ErrorCode.DATA_CHANGED);
      assertThat(error).hasMessageContaining("t.csv").hasMessageContaining("Maybe");
      assertThat(files(work())).isEmpty();
    }
  }

  @Test
  @DisplayName("tells of classes that the sample does not have")
  void tellsOfUnknownClasses() throws IOException {
    String text = text(ROWS, false);
    Path file = write("t.csv", text);
    Case made = new Case(file, Objective.BINARY, ROWS - HELD);
    long last = Arrays.stream(made.further.first().numbers()).max().orElseThrow();
    assertThat(last).isLessThan(ROWS - 1);
    Files.writeString(file, text.replaceFirst("(yes|no)\\n$", "perhaps\n"));

    FurtherRowsEncoder encoder = made.encoder(NEVER);
    try (ChunkFile chunks = encoder.encode(work()).orElseThrow()) {
      assertThat(chunks.rows()).isEqualTo(ROWS - HELD - 1);
    }
    assertThat(encoder.unknownClasses()).containsOnly(Map.entry("perhaps", 1L));
  }

  @Test
  @DisplayName("leaves no file when it is stopped in the middle")
  void stops() throws IOException {
    Path file = write("t.csv", text(40_000, false));
    Case made = new Case(file, Objective.BINARY, 30_000);
    AtomicInteger asked = new AtomicInteger();

    Optional<ChunkFile> chunks = made.encoder(() -> asked.incrementAndGet() == 3).encode(work());

    assertThat(chunks).isEmpty();
    assertThat(asked).hasValue(3);
    assertThat(files(work())).isEmpty();
  }

  @Test
  @DisplayName("says that there is no room on the disk")
  void seesFullDisk() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "only Linux has a device that is always full");
    Path file = write("t.csv", text(ROWS, false));
    Case made = new Case(file, Objective.BINARY, ROWS - HELD);
    RowForm form = new RowForm(made.fitted.training().layout(), true);

    try (FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE)) {
      StoreException error =
          catchThrowableOfType(
              StoreException.class, () -> made.encoder(NEVER).encode(channel, form));
      assertThat(error.code()).isEqualTo(ErrorCode.WORKSPACE_UNUSABLE);
      assertThat(error).hasMessageContaining("Maybe make room");
    }
  }

  /** A table of which a sample was read and understood. */
  private final class Case {
    private final FurtherRows further;
    private final LearningTable table;
    private final FittedRows fitted;

    Case(Path file, Objective objective, long wanted) {
      ReadTable read = new DatasetReader().read(DataSource.csv(file), new Sampling(1, HELD));
      assertThat(read.dataset().rows()).isEqualTo(HELD);
      boolean classes = objective.classification();
      TaskSpec task =
          Tables.task(classes ? "y" : "row", objective, classes ? Metric.ACCURACY : Metric.RMSE);
      DataProfile profile = new DataProfiler().profile(read);
      this.table = LearningTable.of(read.dataset(), task);
      this.fitted = FittedRows.of(table, profile, IntStream.range(0, table.rows()).toArray());
      this.further = new FurtherRows(file, read, wanted, 5, CHUNK);
    }

    FurtherRowsEncoder encoder(BooleanSupplier stopped) {
      return new FurtherRowsEncoder(further, table, fitted, stopped);
    }

    List<String> expected(Path file) {
      Dataset whole = new DatasetReader().read(DataSource.csv(file)).dataset();
      boolean[] drawn = new boolean[whole.rows()];
      Arrays.stream(further.first().numbers()).forEach(row -> drawn[(int) row] = true);
      Dataset others =
          whole.select(IntStream.range(0, whole.rows()).filter(row -> !drawn[row]).toArray());
      EncodedRows encoded = FittedRows.encode(fitted.pipeline(), others);
      int[] labels = LearningTable.of(others, table.task()).labels();
      return shown(
          new TrainingRows(
              fitted.training().layout(),
              encoded.numeric(),
              encoded.codes(),
              labels,
              new float[0]));
    }
  }

  private static List<String> shown(TrainingRows rows) {
    int width = rows.layout().numeric();
    int categories = rows.layout().cardinalities().size();
    return IntStream.range(0, rows.rows())
        .mapToObj(
            row ->
                Arrays.toString(Arrays.copyOfRange(rows.numeric(), row * width, (row + 1) * width))
                    + Arrays.toString(
                        Arrays.copyOfRange(rows.codes(), row * categories, (row + 1) * categories))
                    + (rows.classification() ? rows.labels()[row] : rows.values()[row]))
        .toList();
  }

  /** Numbers with commas, dates, truth values, categories, missing cells, and the row's number. */
  private static String text(int rows, boolean quoted) {
    SplittableRandom random = new SplittableRandom(9);
    StringBuilder text = new StringBuilder("x;day;flag;c;many;n;row;y\n");
    for (int row = 0; row < rows; row++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%d,%d;%02d.%02d.2020;%s;%s;m%d;%s;%d.5;%s\n",
              random.nextInt(100),
              random.nextInt(10),
              1 + random.nextInt(28),
              1 + random.nextInt(12),
              random.nextBoolean() ? "true" : "false",
              quoted && row % 3 == 0 ? "\"a;\n\"\"b\"\"\"" : "c" + random.nextInt(4),
              random.nextInt(30),
              random.nextInt(9) == 0 ? "" : String.valueOf(random.nextInt(1000)),
              row,
              random.nextBoolean() ? "yes" : "no"));
    }
    return text.toString();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out =
        name.endsWith(".gz")
            ? new GZIPOutputStream(Files.newOutputStream(file))
            : Files.newOutputStream(file)) {
      out.write(text.getBytes(UTF_8));
    }
    return file;
  }

  private Path work() {
    return folder.resolve("work");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
