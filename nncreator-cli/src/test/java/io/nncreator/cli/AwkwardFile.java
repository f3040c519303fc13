// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nncreator.api.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/**
 * A file as people have them, and what must come of it: a network, or an error.
 *
 * @param what makes it awkward
 * @param name of the file
 * @param content of the file
 * @param sentence that asks for the network
 * @param target column to be told; empty if the sentence must do
 * @param rows rows that the network must answer; 0 if there must be no network
 * @param refusal code of the error; null if there must be a network
 * @param pieces of the message
 */
@SuppressWarnings("ArrayRecordComponent")
record AwkwardFile(
    String what,
    String name,
    byte[] content,
    String sentence,
    String target,
    int rows,
    ErrorCode refusal,
    List<String> pieces) {
  /** Rows of an ordinary table. */
  static final int ROWS = 60;

  /** A file of delimited text that must become a network telling the column {@code y}. */
  static AwkwardFile learns(String what, String text, int rows) {
    return learns(what, "t.csv", text.getBytes(UTF_8), rows);
  }

  static AwkwardFile learns(String what, String text, Charset charset) {
    return learns(what, "t.csv", text.getBytes(charset), ROWS);
  }

  static AwkwardFile learns(String what, String name, byte[] content, int rows) {
    return new AwkwardFile(what, name, content, "Tell it", "y", rows, null, List.of());
  }

  /** A file of delimited text that must be refused. */
  static AwkwardFile refused(String what, String text, ErrorCode code, String... pieces) {
    return refused(what, "t.csv", text.getBytes(UTF_8), code, pieces);
  }

  static AwkwardFile refused(
      String what, String name, byte[] content, ErrorCode code, String... pieces) {
    return new AwkwardFile(what, name, content, "Tell it", "y", 0, code, List.of(pieces));
  }

  /** Returns the same file with another target; empty leaves it to the sentence. */
  AwkwardFile telling(String column) {
    return new AwkwardFile(what, name, content, sentence, column, rows, refusal, pieces);
  }

  /** Returns the same file with another sentence and no target besides. */
  AwkwardFile asked(String words) {
    return new AwkwardFile(what, name, content, words, "", rows, refusal, pieces);
  }

  /** Writes a header and numbered lines. */
  static String table(String header, int rows, IntFunction<String> line) {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int row = 0; row < rows; row++) {
      text.append(line.apply(row)).append('\n');
    }
    return text.toString();
  }

  static String table(String header, IntFunction<String> line) {
    return table(header, ROWS, line);
  }

  /** Returns a number from 0 to 9.9 that wanders with the row. */
  static double x(int row) {
    return row * 37 % 100 / 10.0;
  }

  /** Returns a class that the number of the row tells. */
  static String y(int row) {
    return x(row) > 5 ? "high" : "low";
  }

  /** Returns one of three colours. */
  static String colour(int row) {
    return List.of("red", "green", "blue").get(row % 3);
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public String toString() {
    return what;
  }
}
