// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Writes refusals as problem+json. The member {@code error} is what the Open Inference Protocol
 * asks for.
 */
public final class ProblemJson {
  /** The media type. */
  public static final String TYPE = "application/problem+json";

  private static final JsonFactory JSON = new JsonFactory();
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "The request is not valid"),
          Map.entry(401, "A token is needed"),
          Map.entry(404, "There is no such path"),
          Map.entry(405, "The path does not take this method"),
          Map.entry(408, "The request took too long to arrive"),
          Map.entry(413, "The request is too large"),
          Map.entry(414, "The path is too long"),
          Map.entry(415, "The body has a type that is not read here"),
          Map.entry(417, "The expectation cannot be met"),
          Map.entry(429, "Too many requests wait"),
          Map.entry(431, "The headers are too large"),
          Map.entry(503, "The server takes no requests"),
          Map.entry(504, "The answer took too long"));

  private ProblemJson() {}

  /** Returns the body for a refusal. */
  public static byte[] of(Refusal refusal, String requestId) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("type", "about:blank");
      json.writeStringField("title", TITLES.getOrDefault(refusal.status(), "The server failed"));
      json.writeNumberField("status", refusal.status());
      json.writeStringField("detail", refusal.detail());
      json.writeStringField("error", refusal.detail());
      json.writeStringField("requestId", requestId);
      if (!refusal.problems().isEmpty()) {
        json.writeArrayFieldStart("errors");
        for (FieldProblem problem : refusal.problems()) {
          write(json, problem);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, FieldProblem problem) throws IOException {
    json.writeStartObject();
    json.writeStringField("pointer", problem.pointer());
    if (problem.field() != null) {
      json.writeStringField("field", problem.field());
    }
    if (problem.code() != null) {
      json.writeStringField("code", problem.code());
    }
    json.writeStringField("detail", problem.detail());
    json.writeEndObject();
  }
}
