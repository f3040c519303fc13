// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.error.CreationException;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.StoreException;
import io.nncreator.api.event.TaskAnalysed;
import io.nncreator.api.event.Warned;
import io.nncreator.cli.command.Surroundings;
import io.nncreator.cli.terminal.Terminal;
import io.nncreator.core.NeuralNetworkCreator;
import io.nncreator.runtime.NeuralNetwork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The command line")
class CommandTreeTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  @DisplayName("hands everything that it is told to the creator")
  void options() {
    ScriptedCreator creator = ScriptedCreator.ending(network());
    int code =
        run(
            creator,
            "auto",
            "Tell the species",
            "--data=some/penguins.csv",
            "--target=species",
            "--metric=Log-Loss",
            "--exclude",
            "year",
            "sex",
            "--budget=90s",
            "--seed=7",
            "--out=here");
    assertThat(code).isZero();
    assertThat(creator.told)
        .containsExactlyInAnyOrder(
            "create Tell the species",
            "from penguins.csv",
            "within PT1M30S",
            "seed 7",
            "target species",
            "metric log_loss",
            "exclude [year, sex]",
            "to here",
            "start",
            "close");
  }

  @Test
  @DisplayName("says what it understood, how good the network is and what to do next")
  void report() {
    run(
        ScriptedCreator.ending(
            network(),
            new TaskAnalysed("1", PenguinNetwork.START, PenguinNetwork.TASK),
            new Warned("1", PenguinNetwork.START, "few rows")),
        "auto",
        "Tell the species",
        "--data=penguins.csv");
    assertThat(out())
        .contains("target  species\\u001b[31m  the sentence names it")
        .contains("this network  0.9855  95 % interval 0.9220 to 0.9970")
        .contains("linear model  0.9710 ")
        .contains("dummy answer  0.4412 ")
        .contains("./nncreator predict models/penguins-1 --data");
    assertThat(err()).contains("[   0.0 s] warning: few rows").doesNotContain("\u001b");
  }

  @Test
  @DisplayName("prints one JSON object and nothing else on standard output")
  void json() {
    run(
        ScriptedCreator.ending(
            network(), new TaskAnalysed("1", PenguinNetwork.START, PenguinNetwork.TASK)),
        "auto",
        "Tell the species",
        "--data=penguins.csv",
        "--json");
    assertThat(out().lines())
        .singleElement()
        .asString()
        .startsWith("{\"id\": \"penguins-1\", \"task\": {\"objective\": \"multiclass\"")
        .contains("\"metric\": \"accuracy\", \"score\": 0.9855, \"interval\": [0.922, 0.997]")
        .contains("\"baselines\": {\"dummy\": 0.4412, \"linear\": 0.971}")
        .contains("\"path\": \"models/penguins-1\"");
  }

  @Test
  @DisplayName("shows no progress when asked to be quiet, but warnings")
  void quiet() {
    run(
        ScriptedCreator.ending(
            network(),
            new TaskAnalysed("1", PenguinNetwork.START, PenguinNetwork.TASK),
            new Warned("1", PenguinNetwork.START, "few rows")),
        "auto",
        "Tell the species",
        "--data=penguins.csv",
        "--quiet");
    assertThat(err().lines()).containsExactly("warning: few rows");
  }

  @Test
  @DisplayName("tells an error with its code, its remedy and where to read more")
  void refused() {
    int code =
        run(
            ScriptedCreator.failing(
                new DataException(
                    ErrorCode.DATA_COLUMN_UNKNOWN, "The column (\u001b) is unknown. Maybe look.")),
            "auto",
            "Tell the species",
            "--data=penguins.csv");
    assertThat(code).isEqualTo(1);
    assertThat(out()).isEmpty();
    assertThat(err().lines())
        .containsExactly(
            "error[NNC-DATA-003]: The column (\\u001b) is unknown.",
            "  Maybe look.",
            "  More: docs/errors/NNC-DATA-003.md");
  }

  @Test
  @DisplayName("has an exit code for what the machine does not allow and one for cancelling")
  void exitCodes() {
    StoreException full = new StoreException(ErrorCode.WORKSPACE_UNUSABLE, "It is full.", null);
    assertThat(run(ScriptedCreator.failing(full), "auto", "x", "--data=y")).isEqualTo(3);
    CreationException dropped =
        new CreationException(ErrorCode.CREATION_CANCELLED, "Cancelled.", null);
    assertThat(run(ScriptedCreator.failing(dropped), "auto", "x", "--data=y")).isEqualTo(130);
  }

  @Test
  @DisplayName("says that memory is used up wherever that happened")
  void memory() {
    CreationException wrapped =
        new CreationException(
            ErrorCode.CREATION_FAILED, "It failed.", new OutOfMemoryError("Java heap space"));
    assertThat(run(ScriptedCreator.failing(wrapped), "auto", "x", "--data=y")).isEqualTo(3);
    assertThat(err()).contains("memory of the Java process is used up").contains("-Xmx");
  }

  @ParameterizedTest
  @CsvSource({
    "DATA_UNREADABLE, 1",
    "ROW_CELL_TYPE, 1",
    "BUNDLE_DAMAGED, 1",
    "ANSWERS_UNWRITABLE, 3",
    "BUNDLE_UNWRITABLE, 3",
    "TRAINING_ENGINE, 3",
    "RELEASE_MISMATCH, 4",
    "CREATION_FAILED, 4"
  })
  @DisplayName("has the exit codes that its documents state")
  void statedExitCodes(ErrorCode code, int exitCode) {
    CreationException error = new CreationException(code, "So it is.", null);
    assertThat(run(ScriptedCreator.failing(error), "auto", "x", "--data=y")).isEqualTo(exitCode);
  }

  @Test
  @DisplayName("fails when its results cannot be written")
  void fullDisk() {
    PrintStream full =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int value) throws IOException {
                throw new IOException("No space left on device");
              }
            });
    Terminal terminal = new Terminal(full, stream(err), false, false, 80);
    Surroundings surroundings = new Surroundings(terminal, workspace -> ScriptedCreator.planning());
    assertThat(CommandTree.execute(surroundings, "list", "--workspace=none")).isEqualTo(3);
    assertThat(err()).contains("cannot be written to standard output");
  }

  @Test
  @DisplayName("calls a fault a fault and shows its stack trace only when asked")
  void fault() {
    assertThat(run(ScriptedCreator.planning(), "plan", "x", "--data=y")).isEqualTo(4);
    assertThat(err()).contains("This is a fault of NNCreator").doesNotContain("\tat ");
    assertThat(run(ScriptedCreator.planning(), "plan", "x", "--data=y", "--debug")).isEqualTo(4);
    assertThat(err()).contains("\tat io.nncreator.cli");
  }

  @ParameterizedTest
  @CsvSource({
    "atuo x --data=y, Did you mean auto?",
    "auto x --dta=y, Did you mean --data?",
    "auto x --data=y --metric=acuracy, Did you mean accuracy?",
    "auto x --data=y --budget=soon, Maybe write 60s",
    "auto x, Missing required option",
    "auto --data=y, Missing required parameter",
    "export n --format=keras --out=x, keras",
    "auto x --data=y --seed=1 --seed=2, should be specified only once"
  })
  @DisplayName("says what it did not understand and what was probably meant")
  void misunderstood(String line, String hint) {
    assertThat(run(ScriptedCreator.ending(network()), line.split(" "))).isEqualTo(2);
    assertThat(err()).contains(hint).contains("--help");
    assertThat(out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"auto", "plan", "predict", "evaluate", "show", "list", "export", "doctor"})
  @DisplayName("has help for every command")
  void help(String command) {
    assertThat(run(ScriptedCreator.planning(), command, "--help")).isZero();
    assertThat(out()).startsWith("Usage: nncreator " + command).contains("--debug");
    assertThat(err()).isEmpty();
  }

  @Test
  @DisplayName("prints its help when no command is named")
  void root() {
    assertThat(run(ScriptedCreator.planning())).isZero();
    assertThat(out()).contains("auto").contains("Exit codes: 0 done");
  }

  private int run(NeuralNetworkCreator creator, String... args) {
    Terminal terminal = new Terminal(stream(out), stream(err), false, false, 80);
    int code = CommandTree.execute(new Surroundings(terminal, workspace -> creator), args);
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static NeuralNetwork network() {
    return (NeuralNetwork)
        Proxy.newProxyInstance(
            CommandTreeTest.class.getClassLoader(),
            new Class<?>[] {NeuralNetwork.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "info" -> PenguinNetwork.info();
                  case "location" -> Path.of("models/penguins-1");
                  case "close" -> null;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
