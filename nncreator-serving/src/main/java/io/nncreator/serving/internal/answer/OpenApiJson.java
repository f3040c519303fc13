// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.serving.internal.model.ServedModel;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Writes {@code GET /openapi.json}: the paths, and the rows of this very network. */
public final class OpenApiJson {
  private OpenApiJson() {}

  /**
   * Returns the document.
   *
   * @param paths path to what it does, beginning with the method
   */
  public static byte[] of(ServedModel model, Map<String, String> paths) {
    return JsonDocument.object(
        json -> {
          json.writeStringField("openapi", "3.1.0");
          json.writeObjectFieldStart("info");
          json.writeStringField("title", model.info().name());
          json.writeStringField("version", model.version());
          json.writeEndObject();
          json.writeObjectFieldStart("paths");
          for (Map.Entry<String, String> path : new TreeMap<>(paths).entrySet()) {
            path(json, path.getKey(), path.getValue());
          }
          json.writeEndObject();
          json.writeObjectFieldStart("components");
          json.writeObjectFieldStart("schemas");
          instances(json, model);
          predictions(json, model);
          problem(json);
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private static void path(JsonGenerator json, String path, String what) throws IOException {
    boolean post = what.startsWith("POST ");
    json.writeObjectFieldStart(path);
    json.writeObjectFieldStart(post ? "post" : "get");
    json.writeStringField("summary", what.substring(what.indexOf(' ') + 1));
    if (post) {
      json.writeObjectFieldStart("requestBody");
      json.writeBooleanField("required", true);
      content(json, Answer.JSON, path.equals("/predict") ? "Instances" : null);
      json.writeEndObject();
    }
    json.writeObjectFieldStart("responses");
    json.writeObjectFieldStart("200");
    json.writeStringField("description", "The answer");
    if (!path.equals("/metrics")) {
      content(json, Answer.JSON, path.equals("/predict") ? "Predictions" : null);
    }
    json.writeEndObject();
    json.writeObjectFieldStart("default");
    json.writeStringField("description", "A refusal");
    content(json, "application/problem+json", "Problem");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void content(
      JsonGenerator json, String type, @org.jspecify.annotations.Nullable String schema)
      throws IOException {
    json.writeObjectFieldStart("content");
    json.writeObjectFieldStart(type);
    json.writeObjectFieldStart("schema");
    if (schema == null) {
      json.writeStringField("type", "object");
    } else {
      json.writeStringField("$ref", "#/components/schemas/" + schema);
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void instances(JsonGenerator json, ServedModel model) throws IOException {
    begin(json, "Instances", "instances");
    json.writeObjectFieldStart("instances");
    json.writeStringField("type", "array");
    json.writeObjectFieldStart("items");
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
    for (ColumnSchema column : model.columns()) {
      column(json, column);
    }
    json.writeEndObject();
    json.writeArrayFieldStart("required");
    for (ColumnSchema column : model.columns()) {
      json.writeString(column.name());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void column(JsonGenerator json, ColumnSchema column) throws IOException {
    json.writeObjectFieldStart(column.name());
    json.writeArrayFieldStart("type");
    json.writeString(
        switch (column.type()) {
          case NUMBER -> "number";
          case BOOLEAN -> "boolean";
          case CATEGORY, TIMESTAMP -> "string";
        });
    json.writeString("null");
    json.writeEndArray();
    if (column.min() != null && column.max() != null) {
      json.writeStringField(
          "description", "Training data: " + column.min() + " to " + column.max());
    }
    if (!column.levels().isEmpty()) {
      json.writeArrayFieldStart("examples");
      for (String level : column.levels().subList(0, Math.min(10, column.levels().size()))) {
        json.writeString(level);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void predictions(JsonGenerator json, ServedModel model) throws IOException {
    begin(json, "Predictions", "predictions");
    json.writeObjectFieldStart("predictions");
    json.writeStringField("type", "array");
    json.writeObjectFieldStart("items");
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
    if (model.classes().isEmpty()) {
      type(json, "value", "number");
    } else {
      type(json, "label", "string");
      type(json, "probability", "number");
      type(json, "probabilities", "object");
    }
    type(json, "notes", "array");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    type(json, "model", "string");
    type(json, "version", "string");
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void problem(JsonGenerator json) throws IOException {
    begin(json, "Problem", "detail");
    type(json, "type", "string");
    type(json, "title", "string");
    type(json, "status", "integer");
    type(json, "detail", "string");
    type(json, "error", "string");
    type(json, "requestId", "string");
    type(json, "errors", "array");
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Begins an object schema with one required member, up to within its properties. */
  private static void begin(JsonGenerator json, String name, String required) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("type", "object");
    json.writeArrayFieldStart("required");
    json.writeString(required);
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
  }

  private static void type(JsonGenerator json, String name, String type) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("type", type);
    json.writeEndObject();
  }
}
