// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.oip;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.serving.internal.answer.JsonDocument;
import io.nncreator.serving.internal.model.ServedModel;
import java.io.IOException;

/** Writes what the protocol tells about the server and the model. */
public final class OipMetadata {
  private OipMetadata() {}

  /** Returns the document of {@code GET /v2}. */
  public static byte[] server(String version) {
    return JsonDocument.object(
        json -> {
          json.writeStringField("name", "nncreator");
          json.writeStringField("version", version);
          json.writeArrayFieldStart("extensions");
          json.writeString("binary_tensor_data");
          json.writeEndArray();
        });
  }

  /** Returns the document of {@code GET /v2/models/ID}. */
  public static byte[] model(ServedModel model) {
    return JsonDocument.object(
        json -> {
          json.writeStringField("name", model.id());
          json.writeArrayFieldStart("versions");
          json.writeString(model.version());
          json.writeEndArray();
          json.writeStringField("platform", "onnx_onnxruntime");
          json.writeArrayFieldStart("inputs");
          for (ColumnSchema column : model.columns()) {
            tensor(json, column.name(), OipTypes.of(column.type()), -1);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("outputs");
          if (model.classes().isEmpty()) {
            tensor(json, "value", "FP64", -1);
          } else {
            tensor(json, "label", "BYTES", -1);
            tensor(json, "probabilities", "FP64", -1, model.classes().size());
          }
          json.writeEndArray();
        });
  }

  private static void tensor(JsonGenerator json, String name, String type, long... shape)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("datatype", type);
    json.writeFieldName("shape");
    json.writeArray(shape, 0, shape.length);
    json.writeEndObject();
  }
}
