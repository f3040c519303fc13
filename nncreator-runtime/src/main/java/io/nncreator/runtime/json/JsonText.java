// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.SpecException;

/** Text to tree and back, within limits. */
final class JsonText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(RecordJson.MAX_LENGTH)
                          .maxNestingDepth(RecordJson.MAX_DEPTH)
                          .maxNumberLength(100)
                          .maxNameLength(1_000_000)
                          .maxStringLength(1_000_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonText() {}

  static JsonNode parse(String json) {
    if (json.length() > RecordJson.MAX_LENGTH) {
      throw syntax("$", json.length() + " characters", "at most " + RecordJson.MAX_LENGTH);
    }
    JsonNode tree;
    try {
      tree = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where = at == null ? "$" : "line " + at.getLineNr() + " column " + at.getColumnNr();
      throw new SpecException(
          ErrorCode.SPEC_SYNTAX,
          where,
          Excerpt.of(json),
          "well-formed JSON: " + Excerpt.of(e.getOriginalMessage()));
    }
    if (tree.isMissingNode()) {
      throw syntax("$", "nothing", "a JSON value");
    }
    return tree;
  }

  static String print(JsonNode tree) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try {
      return MAPPER
              .writer(new DefaultPrettyPrinter().withObjectIndenter(lines))
              .writeValueAsString(tree)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static SpecException syntax(String path, String got, String rule) {
    return new SpecException(ErrorCode.SPEC_SYNTAX, path, got, rule);
  }
}
