// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.NnCreatorException;
import io.nncreator.api.error.PredictionException;
import io.nncreator.runtime.bundle.Bundles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A network answers a file")
class PredictCsvTest {
  private static final NeuralNetwork PORT = NeuralNetwork.of(Bundles.classification());
  private static final NeuralNetwork PRICE = NeuralNetwork.of(Bundles.regression());
  private static final String TABLE =
      """
      age,fare,alone,sex,cabin class,boarded,name
      22,7.25,true,male,3,10.04.1912,"Braund, ""Owen"" Harris"
      NA,71.28,no,female,1,,Cumings
      """;

  @TempDir Path folder;

  @AfterAll
  static void close() {
    PORT.close();
    PRICE.close();
  }

  @Test
  @DisplayName("with the class and all probabilities")
  void classification() throws IOException {
    List<String> lines = answers(PORT, TABLE.getBytes(StandardCharsets.UTF_8));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo("prediction,p_Cherbourg,p_Queens`town|,p_Southampton");
    Prediction wanted = PORT.predict(NeuralNetworkTest.row());
    assertThat(lines.get(1)).startsWith(wanted.label() + ",");
    String[] cells = lines.get(1).split(",");
    int place = 1;
    for (double probability : wanted.probabilities().values()) {
      assertThat(Double.parseDouble(cells[place++])).isCloseTo(probability, within(1e-6));
    }
  }

  @Test
  @DisplayName("with the number")
  void regression() throws IOException {
    List<String> lines = answers(PRICE, TABLE.getBytes(StandardCharsets.UTF_8));
    assertThat(lines.get(0)).isEqualTo("prediction");
    assertThat(Double.parseDouble(lines.get(1)))
        .isCloseTo(PRICE.predict(NeuralNetworkTest.row()).number(), withinPercentage(1e-4));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  @DisplayName("however it is delimited, broken into lines and encoded")
  void dialects(String delimiter) throws IOException {
    List<String> wanted = answers(PORT, TABLE.getBytes(StandardCharsets.UTF_8));
    String table =
        TABLE.replace("Braund, \"\"", "Braund@ \"\"").replace(",", delimiter).replace("@", ",");
    assertThat(answers(PORT, table.getBytes(StandardCharsets.UTF_8))).isEqualTo(wanted);
    String windows = "\uFEFF" + table.replace("\n", "\r\n") + "\r\n\r\n";
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(answers(PORT, windows.getBytes(charset))).isEqualTo(wanted);
    }
  }

  @Test
  @DisplayName("of more rows than it reads at once")
  void large() throws IOException {
    String row = "22,7.25,true,male,3,10.04.1912,x\n";
    String table = "age,fare,alone,sex,cabin class,boarded,name\n" + row.repeat(10_000);
    List<String> lines = answers(PRICE, table.getBytes(StandardCharsets.UTF_8));
    assertThat(lines).hasSize(10_001);
    assertThat(Double.parseDouble(lines.get(10_000)))
        .isCloseTo(Double.parseDouble(lines.get(1)), withinPercentage(1e-4));
    String broken = table + ("x" + row).repeat(200);
    assertThatThrownBy(() -> answers(PRICE, broken.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(PredictionException.class)
        .hasMessageContaining("The column (age) holds (x22) in row 10001");
  }

  @Test
  @DisplayName("and leaves no answers when it fails")
  void fails() throws IOException {
    Path out = folder.resolve("out.csv");
    Files.writeString(out, "before");
    for (String table :
        List.of(
            "",
            "age,fare\n1,2\n",
            TABLE + "1,2,3\n",
            TABLE + "1,2,true,male,3,,\"unclosed\n",
            TABLE.replace("7.25", "cheap"))) {
      Path in = Files.writeString(folder.resolve("in.csv"), table);
      assertThatThrownBy(() -> PORT.predictCsv(in, out)).isInstanceOf(NnCreatorException.class);
      assertThat(names()).containsExactlyInAnyOrder("in.csv", "out.csv");
      assertThat(out).hasContent("before");
    }
    assertThatThrownBy(() -> PORT.predictCsv(folder.resolve("none.csv"), out))
        .isInstanceOf(DataException.class);
    Path in = Files.writeString(folder.resolve("in.csv"), TABLE);
    assertThatThrownBy(() -> PORT.predictCsv(in, folder.resolve("no/such/out.csv")))
        .isInstanceOfSatisfying(
            PredictionException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWERS_UNWRITABLE));
  }

  @Test
  @DisplayName("into the file behind a link, and never in place of what is no file")
  void linksAndFolders() throws IOException {
    Path in = Files.writeString(folder.resolve("in.csv"), TABLE);
    Path real = Files.writeString(folder.resolve("real.csv"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
    PRICE.predictCsv(in, link);
    assertThat(link).isSymbolicLink();
    assertThat(Files.readAllLines(real)).hasSize(3).startsWith("prediction");

    Path other = Files.createDirectory(folder.resolve("folder"));
    Path linkToFolder = Files.createSymbolicLink(folder.resolve("link"), other);
    for (Path noFile : List.of(other, linkToFolder)) {
      assertThatThrownBy(() -> PRICE.predictCsv(in, noFile))
          .isInstanceOf(PredictionException.class)
          .hasMessageContaining("is no plain file");
    }
    assertThat(linkToFolder).isSymbolicLink();
    assertThat(names())
        .containsExactlyInAnyOrder("in.csv", "real.csv", "link.csv", "folder", "link");
  }

  @Test
  @DisplayName(
      "as training reads them: packed, of one byte, with local numbers and without a header")
  void asInTraining() throws IOException {
    List<String> wanted = answers(PORT, TABLE.getBytes(StandardCharsets.UTF_8));
    assertThat(answers(PORT, TABLE.replace("B", "\u00C7").getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(wanted);
    assertThat(answers(PORT, ("sep=,\n" + TABLE).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(wanted);
    assertThat(answers(PORT, TABLE.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(wanted);
    String german = TABLE.replace(", ", " ").replace(",", ";").replace("7.25", "7,25");
    assertThat(answers(PORT, german.replace("71.28", "71,28").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(wanted);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(TABLE.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(answers(PORT, packed.toByteArray())).isEqualTo(wanted);
  }

  @Test
  @DisplayName("counting a few unreadable cells as missing, and refusing many")
  void unreadableCells() throws IOException {
    String header = "age,fare,alone,sex,cabin class,boarded,name\n";
    String row = "22,7.25,true,male,3,10.04.1912,x\n";
    String few = header + row.repeat(200) + row.replace("22", "n.a.");
    List<String> lines = answers(PRICE, few.getBytes(StandardCharsets.UTF_8));
    List<String> missing = answers(PRICE, few.replace("n.a.", "").getBytes(StandardCharsets.UTF_8));
    assertThat(lines).isEqualTo(missing);
    String many = few + row.replace("22", "n.a.").repeat(9);
    assertThatThrownBy(() -> answers(PRICE, many.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(PredictionException.class)
        .hasMessageContaining("(n.a.) in row 201");
  }

  private List<String> answers(NeuralNetwork network, byte[] table) throws IOException {
    Path in = Files.write(folder.resolve("in.csv"), table);
    Path out = folder.resolve("out.csv");
    long rows = network.predictCsv(in, out);
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize((int) rows + 1);
    return lines;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
