// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.nncreator.api.task.Score;
import io.nncreator.runtime.NetworkInfo;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.bundle.Provenance;
import io.nncreator.serving.internal.model.ServedModel;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Writes {@code GET /model-info}: what the network takes and tells, how good it is and why. */
public final class ModelInfoJson {
  private ModelInfoJson() {}

  /**
   * Returns the document.
   *
   * @param limits the server's limits by name
   */
  public static byte[] of(ServedModel model, Map<String, Long> limits) {
    NetworkInfo info = model.info();
    return JsonDocument.object(
        json -> {
          json.writeStringField("id", info.id());
          json.writeStringField("name", info.name());
          json.writeStringField("version", model.version());
          json.writeStringField("created", info.created().toString());
          json.writeStringField("software", info.software());
          json.writeNumberField("format", info.formatVersion());
          if (model.sha256() != null) {
            json.writeStringField("sha256", model.sha256());
          }
          task(json, info);
          json.writeArrayFieldStart("inputs");
          for (ColumnSchema column : info.columns()) {
            column(json, column);
          }
          json.writeEndArray();
          target(json, info);
          metrics(json, info);
          provenance(json, info.provenance());
          json.writeObjectFieldStart("limits");
          for (Map.Entry<String, Long> limit : limits.entrySet()) {
            json.writeNumberField(limit.getKey(), limit.getValue());
          }
          json.writeEndObject();
        });
  }

  private static void task(JsonGenerator json, NetworkInfo info) throws IOException {
    json.writeObjectFieldStart("task");
    json.writeStringField("description", info.task().description());
    json.writeStringField("objective", lower(info.task().objective().value()));
    json.writeEndObject();
  }

  private static void column(JsonGenerator json, ColumnSchema column) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeStringField("type", lower(column.type()));
    json.writeBooleanField("missingSeen", column.missingSeen());
    if (column.min() != null) {
      json.writeNumberField("min", column.min());
    }
    if (column.max() != null) {
      json.writeNumberField("max", column.max());
    }
    if (column.dateStyle() != null) {
      json.writeStringField("dateStyle", lower(column.dateStyle()));
    }
    if (!column.levels().isEmpty()) {
      json.writeArrayFieldStart("levels");
      for (String level : column.levels()) {
        json.writeString(level);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void target(JsonGenerator json, NetworkInfo info) throws IOException {
    json.writeObjectFieldStart("output");
    json.writeStringField("name", info.schema().target().name());
    json.writeArrayFieldStart("classes");
    for (String label : info.classes()) {
      json.writeString(label);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void metrics(JsonGenerator json, NetworkInfo info) throws IOException {
    json.writeObjectFieldStart("metrics");
    score(json, "score", info.score());
    score(json, "dummy", info.dummy());
    score(json, "linear", info.linear());
    json.writeStringField("method", info.metrics().method());
    json.writeObjectFieldStart("others");
    for (Map.Entry<String, Double> other : info.metrics().others().entrySet()) {
      json.writeNumberField(other.getKey(), other.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void score(JsonGenerator json, String name, Score score) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("metric", score.metric().id());
    json.writeNumberField("value", score.value());
    json.writeNumberField("low", score.low());
    json.writeNumberField("high", score.high());
    json.writeNumberField("rows", score.rows());
    json.writeEndObject();
  }

  private static void provenance(JsonGenerator json, Provenance from) throws IOException {
    json.writeObjectFieldStart("provenance");
    json.writeStringField("data", from.dataName());
    json.writeStringField("dataSha256", from.dataFingerprint());
    json.writeNumberField("rows", from.rows());
    json.writeNumberField("columns", from.columns());
    json.writeNumberField("seed", from.seed());
    json.writeObjectFieldStart("versions");
    for (Map.Entry<String, String> version : from.versions().entrySet()) {
      json.writeStringField(version.getKey(), version.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
