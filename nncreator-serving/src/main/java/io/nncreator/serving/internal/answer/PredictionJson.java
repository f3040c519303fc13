// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nncreator.runtime.Predictions;
import io.nncreator.serving.internal.model.ServedModel;
import java.io.IOException;
import java.util.List;

/** Writes the answers of {@code POST /predict}. */
public final class PredictionJson {
  private PredictionJson() {}

  /** Returns the answers of some rows. */
  public static byte[] of(ServedModel model, Predictions answers, int first, int rows) {
    return JsonDocument.object(
        json -> {
          json.writeArrayFieldStart("predictions");
          for (int row = first; row < first + rows; row++) {
            json.writeStartObject();
            row(json, answers, row);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeStringField("model", model.id());
          json.writeStringField("version", model.version());
        });
  }

  private static void row(JsonGenerator json, Predictions answers, int row) throws IOException {
    List<String> classes = answers.classes();
    if (classes.isEmpty()) {
      json.writeNumberField("value", answers.number(row));
    } else {
      int best = answers.classIndex(row);
      json.writeStringField("label", classes.get(best));
      json.writeNumberField("probability", answers.probability(row, best));
      json.writeObjectFieldStart("probabilities");
      for (int c = 0; c < classes.size(); c++) {
        json.writeNumberField(classes.get(c), answers.probability(row, c));
      }
      json.writeEndObject();
    }
    List<String> notes = answers.notes(row);
    if (!notes.isEmpty()) {
      json.writeArrayFieldStart("notes");
      for (String note : notes) {
        json.writeString(note);
      }
      json.writeEndArray();
    }
  }
}
