// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.oip;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nncreator.runtime.Predictions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One output of some rows.
 *
 * @param name label, probabilities or value
 * @param answers of all rows of a run
 * @param first position of the first row
 * @param rows how many
 */
record OipTensor(String name, Predictions answers, int first, int rows) {
  String datatype() {
    return name.equals("label") ? "BYTES" : "FP64";
  }

  long[] shape() {
    return name.equals("probabilities")
        ? new long[] {rows, answers.classes().size()}
        : new long[] {rows};
  }

  /** Writes the elements in row-major order. */
  void write(JsonGenerator json) throws IOException {
    for (int row = first; row < first + rows; row++) {
      switch (name) {
        case "label" -> json.writeString(label(row));
        case "value" -> json.writeNumber(answers.number(row));
        default -> {
          for (int c = 0; c < answers.classes().size(); c++) {
            json.writeNumber(answers.probability(row, c));
          }
        }
      }
    }
  }

  /** Returns the elements as the binary extension has them: little-endian, texts with length. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int row = first; row < first + rows; row++) {
      switch (name) {
        case "label" -> {
          byte[] letters = label(row).getBytes(StandardCharsets.UTF_8);
          out.writeBytes(little(Integer.BYTES).putInt(letters.length).array());
          out.writeBytes(letters);
        }
        case "value" -> out.writeBytes(little(Double.BYTES).putDouble(answers.number(row)).array());
        default -> {
          for (int c = 0; c < answers.classes().size(); c++) {
            out.writeBytes(little(Double.BYTES).putDouble(answers.probability(row, c)).array());
          }
        }
      }
    }
    return out.toByteArray();
  }

  private String label(int row) {
    return answers.classes().get(answers.classIndex(row));
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
