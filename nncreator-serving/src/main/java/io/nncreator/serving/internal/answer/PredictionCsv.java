// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.answer;

import io.nncreator.runtime.Predictions;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes answers as comma-separated text with a header: {@code prediction}, and for a
 * classification {@code p_CLASS} for each class. Notes have no place in it.
 */
public final class PredictionCsv {
  /** The media type. */
  public static final String TYPE = "text/csv; charset=utf-8";

  private PredictionCsv() {}

  /** Returns the answers of some rows. */
  public static byte[] of(Predictions answers, int first, int rows) {
    List<String> classes = answers.classes();
    StringBuilder text = new StringBuilder("prediction");
    for (String label : classes) {
      text.append(',').append(cell("p_" + label));
    }
    text.append('\n');
    for (int row = first; row < first + rows; row++) {
      if (classes.isEmpty()) {
        text.append(answers.number(row));
      } else {
        text.append(cell(classes.get(answers.classIndex(row))));
      }
      for (int c = 0; c < classes.size(); c++) {
        text.append(',').append(answers.probability(row, c));
      }
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
