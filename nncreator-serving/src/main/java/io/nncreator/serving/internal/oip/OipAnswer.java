// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.oip;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nncreator.runtime.Predictions;
import io.nncreator.serving.internal.answer.JsonDocument;
import io.nncreator.serving.internal.model.ServedModel;
import io.nncreator.serving.internal.problem.Refusal;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes answers as tensors: {@code label} and {@code probabilities}, or {@code value}. */
public final class OipAnswer {
  private OipAnswer() {}

  /** Returns the names of the tensors. */
  static List<String> names(ServedModel model) {
    return model.classes().isEmpty() ? List.of("value") : List.of("label", "probabilities");
  }

  /**
   * Checks which tensors are wanted.
   *
   * @throws Refusal if there is none of a name
   */
  public static void require(ServedModel model, List<String> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!names(model).contains(wanted.get(i))) {
        throw Refusal.invalid(
            "/outputs/" + i + "/name", "There is no such output, but " + names(model) + ".");
      }
    }
  }

  /**
   * Returns the answers of some rows.
   *
   * @param wanted names of tensors; empty for all
   */
  public static byte[] of(
      ServedModel model,
      Predictions answers,
      int first,
      int rows,
      @Nullable String id,
      List<String> wanted) {
    return JsonDocument.object(
        json -> {
          json.writeStringField("model_name", model.id());
          json.writeStringField("model_version", model.version());
          if (id != null) {
            json.writeStringField("id", id);
          }
          json.writeArrayFieldStart("outputs");
          for (String name : names(model)) {
            if (wanted.isEmpty() || wanted.contains(name)) {
              tensor(json, name, answers, first, rows);
            }
          }
          json.writeEndArray();
        });
  }

  private static void tensor(
      JsonGenerator json, String name, Predictions answers, int first, int rows)
      throws IOException {
    boolean probabilities = name.equals("probabilities");
    int classes = answers.classes().size();
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("datatype", name.equals("label") ? "BYTES" : "FP64");
    json.writeArrayFieldStart("shape");
    json.writeNumber(rows);
    if (probabilities) {
      json.writeNumber(classes);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("data");
    for (int row = first; row < first + rows; row++) {
      if (probabilities) {
        for (int c = 0; c < classes; c++) {
          json.writeNumber(answers.probability(row, c));
        }
      } else if (classes > 0) {
        json.writeString(answers.classes().get(answers.classIndex(row)));
      } else {
        json.writeNumber(answers.number(row));
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
