// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.SpecException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Text to tree and back, within limits. */
final class JsonText {
  private static final JsonFactory JSON =
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
          .build();

  private JsonText() {}

  /**
   * Reads a text. By hand: the mapper of Jackson would do the same, and take longer to start than
   * to load a network.
   */
  static JsonNode parse(String json) {
    if (json.length() > RecordJson.MAX_LENGTH) {
      throw syntax("$", json.length() + " characters", "at most " + RecordJson.MAX_LENGTH);
    }
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() == null) {
        throw syntax("$", "nothing", "a JSON value");
      }
      JsonNode tree = tree(parser);
      if (parser.nextToken() != null) {
        throw syntax(where(parser.currentLocation()), Excerpt.of(json), "a single JSON value");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw syntax(
          where(e.getLocation()),
          Excerpt.of(json),
          "well-formed JSON: " + Excerpt.of(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(JsonParser parser) throws IOException {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = nodes.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          parser.nextToken();
          object.set(name, tree(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        ArrayNode array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(tree(parser));
        }
        yield array;
      }
      case VALUE_STRING -> nodes.textNode(parser.getText());
      case VALUE_TRUE -> nodes.booleanNode(true);
      case VALUE_FALSE -> nodes.booleanNode(false);
      case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDoubleValue());
      case VALUE_NUMBER_INT ->
          switch (parser.getNumberType()) {
            case INT -> nodes.numberNode(parser.getIntValue());
            case LONG -> nodes.numberNode(parser.getLongValue());
            default -> nodes.numberNode(parser.getBigIntegerValue());
          };
      default -> nodes.nullNode();
    };
  }

  private static String where(@Nullable JsonLocation at) {
    return at == null ? "$" : "line " + at.getLineNr() + " column " + at.getColumnNr();
  }

  static String print(JsonNode tree) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try {
      return Printer.MAPPER
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

  /** Made when something is printed: most processes only read. */
  private static final class Printer {
    static final JsonMapper MAPPER = new JsonMapper();
  }
}
