// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.PredictionException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/** A delimited text file of answers, which appears under its name once it is whole. */
final class CsvAnswers implements AutoCloseable {
  private final Path target;
  private final Path partial;
  private final BufferedWriter out;

  private CsvAnswers(Path target, Path partial, BufferedWriter out) {
    this.target = target;
    this.partial = partial;
    this.out = out;
  }

  /** Begins a file with its header. */
  static CsvAnswers create(Path file, List<String> classes) {
    Path target = target(file.toAbsolutePath().normalize());
    Path partial = target.resolveSibling(".nncreator-" + UUID.randomUUID() + ".csv.partial");
    try {
      BufferedWriter out = Files.newBufferedWriter(partial, StandardOpenOption.CREATE_NEW);
      CsvAnswers answers = new CsvAnswers(target, partial, out);
      StringBuilder header = new StringBuilder("prediction");
      classes.forEach(label -> header.append(',').append(quoted("p_" + label)));
      out.append(header).append('\n');
      return answers;
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /** Follows links; what is no plain file, such as a device, must not be replaced by one. */
  private static Path target(Path named) {
    if (!Files.exists(named)) {
      return named;
    }
    try {
      Path real = named.toRealPath();
      if (!Files.isRegularFile(real)) {
        throw new PredictionException(
            ErrorCode.ANSWERS_UNWRITABLE,
            "The answers cannot be written to ("
                + named
                + "): it is there and is no plain file. Maybe name a new file in a folder.",
            null);
      }
      return real;
    } catch (IOException e) {
      throw unwritable(named, e);
    }
  }

  /** Appends answers. */
  void write(Predictions answers) {
    List<String> labels = answers.classes().stream().map(CsvAnswers::quoted).toList();
    try {
      for (int row = 0; row < answers.size(); row++) {
        if (labels.isEmpty()) {
          out.append(Double.toString(answers.number(row)));
        } else {
          out.append(labels.get(answers.classIndex(row)));
        }
        for (int c = 0; c < labels.size(); c++) {
          out.append(',').append(Double.toString(answers.probability(row, c)));
        }
        out.append('\n');
      }
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /** Gives the file its name. */
  void commit() {
    try {
      out.close();
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /** Removes what was not committed. */
  @Override
  public void close() {
    try (out) {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static PredictionException unwritable(Path target, IOException cause) {
    return new PredictionException(
        ErrorCode.ANSWERS_UNWRITABLE,
        "The answers cannot be written to ("
            + target
            + "): "
            + cause
            + ". Maybe free space on the disk or check the rights on the folder.",
        cause);
  }
}
