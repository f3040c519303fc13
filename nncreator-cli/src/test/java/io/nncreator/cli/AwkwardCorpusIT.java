// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.NnCreatorException;
import io.nncreator.api.error.TrainingException;
import io.nncreator.core.CreationSpec;
import io.nncreator.core.Evaluation;
import io.nncreator.core.NeuralNetworkCreator;
import io.nncreator.runtime.NeuralNetwork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way of awkward files: each ends in a network or in an error that says what to do. */
@DisplayName("An awkward file, end to end,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwkwardCorpusIT {
  private static final Duration BUDGET = Duration.ofSeconds(2);

  /** For wide tables and busy machines. */
  private static final Duration LARGER_BUDGET = Duration.ofSeconds(10);

  private static final int AT_ONCE = 2;

  private final Map<String, Future<Path>> works = new HashMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private PrintStream standardError;
  private Path folder;
  private NeuralNetworkCreator creator;

  static Stream<AwkwardFile> learnable() {
    return Stream.concat(AwkwardWriting.files(), AwkwardTables.files());
  }

  static Stream<AwkwardFile> refused() {
    return AwkwardRefusals.files();
  }

  /** Creations run two at a time, so they are all begun before the first is looked at. */
  @BeforeAll
  void begin(@TempDir Path shared) {
    folder = shared;
    standardError = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    creator = NeuralNetworkCreator.builder().workspace(folder.resolve("workspace")).build();
    List<AwkwardFile> all = Stream.concat(refused(), learnable()).toList();
    for (AwkwardFile file : all) {
      Path place = folder.resolve("file" + works.size());
      works.put(file.what(), threads.submit(() -> create(file, place)));
    }
  }

  @AfterAll
  void end() {
    System.setErr(standardError);
    threads.shutdownNow();
    creator.close();
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("becomes a network that answers its own rows")
  void learnable(AwkwardFile file) throws Exception {
    Path place = await(file);
    Path bundle = place.resolve("out/network");

    assertThat(entries(place.resolve("out"))).containsExactly(bundle);
    try (NeuralNetwork network = NeuralNetwork.load(bundle)) {
      Path data = place.resolve(file.name());
      if (DataSource.file(data) instanceof DataSource.Csv) {
        Path answers = place.resolve("answers.csv");
        assertThat(network.predictCsv(data, answers)).isEqualTo(file.rows());
        assertThat(answers).isNotEmptyFile();
      }
      assertThat(Evaluation.of(network, DataSource.file(data)).scores()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("is refused with code, reason and remedy")
  void refused(AwkwardFile file) throws Exception {
    NnCreatorException error = catchThrowableOfType(NnCreatorException.class, () -> await(file));

    assertThat(error).isNotNull();
    assertThat(error.code()).as(error.getMessage()).isEqualTo(file.refusal());
    assertThat(error).hasMessageContainingAll(file.pieces().toArray(String[]::new));
    requireReadable(error);
  }

  @Test
  @DisplayName("is read as Parquet, whole and cut off")
  void parquet() throws Exception {
    Path whole = folder.resolve("t.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT i * 37 % 100 / 10.0 AS x, i * 37 % 100 > 50 AS y FROM range(60) r(i)) TO '"
              + whole
              + "' (FORMAT parquet)");
    }
    Path place = folder.resolve("parquet");
    create(DataSource.parquet(whole), "Tell it", "y", place);
    try (NeuralNetwork network = NeuralNetwork.load(place.resolve("out/network"))) {
      assertThat(Evaluation.of(network, DataSource.parquet(whole)).unlabelled()).isZero();
    }

    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
    requireRefused(DataSource.parquet(cut), "cut.parquet");
  }

  @Test
  @DisplayName("is named when it cannot be opened")
  void unopened() throws IOException {
    requireRefused(DataSource.csv(folder.resolve("absent.csv")), "does not exist");
    requireRefused(DataSource.csv(Files.createDirectory(folder.resolve("d.csv"))), "is a folder");
    requireRefused(DataSource.parquet(folder.resolve("d.csv")), "is a folder");
    Path locked = Files.writeString(folder.resolve("locked.csv"), "x,y\n1,2\n");
    boolean mayLock = locked.toFile().setReadable(false);
    assumeTrue(mayLock && !Files.isReadable(locked), "This user may read everything.");
    requireRefused(DataSource.csv(locked), "permissions");
  }

  @Test
  @DisplayName("may itself have an awkward name")
  void awkwardName() throws Exception {
    String text = AwkwardFile.table("x,y", row -> AwkwardFile.x(row) + "," + AwkwardFile.y(row));
    Path data = Files.writeString(folder.resolve("we'ird *[1]?\n😀 $(x).csv"), text);
    create(DataSource.file(data), "Tell it", "y", folder.resolve("named"));
    try (NeuralNetwork network = NeuralNetwork.load(folder.resolve("named/out/network"))) {
      assertThat(network.predictCsv(data, folder.resolve("named/a.csv"))).isEqualTo(60);
    }
  }

  @Test
  @DisplayName("never makes the library print or leave temporary files")
  void silence() throws Exception {
    for (Future<Path> work : works.values()) {
      try {
        work.get();
      } catch (ExecutionException e) {
        assertThat(e.getCause()).isInstanceOf(NnCreatorException.class);
      }
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("nncreator-") && name.endsWith(".pt"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hostile names", "noise", "a comment below", "one class", "JSON cut off"})
  @DisplayName("is told by the command line without a stack trace")
  void commandLine(String what) throws Exception {
    AwkwardFile file =
        Stream.concat(refused(), learnable())
            .filter(candidate -> candidate.what().equals(what))
            .findFirst()
            .orElseThrow();
    Path place = Files.createTempDirectory(folder, "cli");
    Path data = Files.write(place.resolve(file.name()), file.content());
    Path out = Files.createDirectory(place.resolve("out"));
    CliProcess.Result result =
        CliProcess.run(
            place,
            "auto",
            file.sentence(),
            "--target",
            "y",
            "--data",
            data.toString(),
            "--budget",
            "10s",
            "--out",
            out.resolve("network").toString(),
            "--workspace",
            place.resolve("workspace").toString());

    assertThat(result.out() + result.err())
        .doesNotContain("\tat ", "Exception", "io.nncreator")
        .doesNotContain("\u202E");
    if (file.refusal() == null) {
      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(entries(out)).hasSize(1);
    } else {
      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).contains("error[" + file.refusal() + "]", "docs/errors/");
      assertThat(entries(out)).isEmpty();
    }
  }

  private void requireRefused(DataSource source, String piece) throws IOException {
    Path place = folder.resolve("refused" + System.nanoTime());
    NnCreatorException error =
        catchThrowableOfType(NnCreatorException.class, () -> create(source, "Tell it", "y", place));
    assertThat(error.code()).isEqualTo(ErrorCode.DATA_UNREADABLE);
    assertThat(error).hasMessageContaining(piece);
    requireReadable(error);
  }

  private Path create(AwkwardFile file, Path place) throws Exception {
    Path data = Files.createDirectories(place).resolve(file.name());
    Files.write(data, file.content());
    return create(DataSource.file(data), file.sentence(), file.target(), place);
  }

  private Path create(DataSource source, String sentence, String target, Path place)
      throws Exception {
    Path out = Files.createDirectories(place.resolve("out"));
    try {
      try {
        train(source, sentence, target, BUDGET, out.resolve("network"));
      } catch (TrainingException e) {
        assertThat(e.code()).as(e.getMessage()).isEqualTo(ErrorCode.TRAINING_NO_TIME);
        train(source, sentence, target, LARGER_BUDGET, out.resolve("network"));
      }
      return place;
    } catch (NnCreatorException e) {
      assertThat(entries(out)).as("what a failed creation leaves").isEmpty();
      throw e;
    }
  }

  private void train(
      DataSource source, String sentence, String target, Duration budget, Path network)
      throws InterruptedException {
    CreationSpec spec = creator.create(sentence).from(source).within(budget).to(network);
    (target.isEmpty() ? spec : spec.target(target)).start().await().close();
  }

  private Path await(AwkwardFile file) throws Exception {
    try {
      return works.get(file.what()).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** An error is one line of facts and a remedy, without names of classes. */
  private static void requireReadable(NnCreatorException error) {
    assertThat(error)
        .hasMessageContaining("Maybe ")
        .hasMessageEndingWith(".")
        .hasMessageNotContainingAny("Exception", "java.", "io.nncreator", "duckdb", "\n", "\t");
    assertThat(error.getMessage().length()).isLessThan(600);
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }
}
