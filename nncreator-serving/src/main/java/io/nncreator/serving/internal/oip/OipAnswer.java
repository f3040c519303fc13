// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.oip;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nncreator.runtime.Predictions;
import io.nncreator.serving.internal.answer.Answer;
import io.nncreator.serving.internal.answer.JsonDocument;
import io.nncreator.serving.internal.model.ServedModel;
import io.nncreator.serving.internal.problem.Refusal;
import io.nncreator.serving.internal.request.TensorBody;
import io.nncreator.serving.internal.request.WantedTensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

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
  public static void require(ServedModel model, List<WantedTensor> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!names(model).contains(wanted.get(i).name())) {
        throw Refusal.invalid(
            "/outputs/" + i + "/name", "There is no such output, but " + names(model) + ".");
      }
    }
  }

  /** Returns the answers of some rows, as a request wants them. */
  public static Answer of(
      ServedModel model, Predictions answers, int first, int rows, TensorBody request) {
    ByteArrayOutputStream binary = new ByteArrayOutputStream();
    byte[] document =
        JsonDocument.object(
            json -> {
              json.writeStringField("model_name", model.id());
              json.writeStringField("model_version", model.version());
              if (request.id() != null) {
                json.writeStringField("id", request.id());
              }
              json.writeArrayFieldStart("outputs");
              for (WantedTensor wanted : wanted(model, request)) {
                OipTensor tensor = new OipTensor(wanted.name(), answers, first, rows);
                tensor(json, tensor, wanted.binary() ? tensor.bytes() : null, binary);
              }
              json.writeEndArray();
            });
    if (binary.size() == 0) {
      return Answer.json(document);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream(document.length + binary.size());
    whole.writeBytes(document);
    whole.writeBytes(binary.toByteArray());
    return new Answer(200, "application/octet-stream", whole.toByteArray(), document.length);
  }

  private static List<WantedTensor> wanted(ServedModel model, TensorBody request) {
    if (request.outputs().isEmpty()) {
      return names(model).stream().map(name -> new WantedTensor(name, request.binary())).toList();
    }
    return request.outputs().stream()
        .map(output -> new WantedTensor(output.name(), output.binary() || request.binary()))
        .toList();
  }

  private static void tensor(
      JsonGenerator json,
      OipTensor tensor,
      byte @org.jspecify.annotations.Nullable [] bytes,
      ByteArrayOutputStream binary)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", tensor.name());
    json.writeStringField("datatype", tensor.datatype());
    json.writeFieldName("shape");
    long[] shape = tensor.shape();
    json.writeArray(shape, 0, shape.length);
    if (bytes == null) {
      json.writeArrayFieldStart("data");
      tensor.write(json);
      json.writeEndArray();
    } else {
      json.writeObjectFieldStart("parameters");
      json.writeNumberField("binary_data_size", bytes.length);
      json.writeEndObject();
      binary.writeBytes(bytes);
    }
    json.writeEndObject();
  }
}
