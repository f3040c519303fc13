// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nncreator.api.error.DataException;
import io.nncreator.runtime.table.TextFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;

/**
 * Reads objects of JSON: one after the other, usually one per line, or all in one array. Objects
 * and arrays inside them are taken by their text.
 */
final class JsonReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TextFile text;

  JsonReader(Path file) {
    this.text = new TextFile(file);
  }

  RawTable read() {
    ValueTable table = new ValueTable(text.file().name());
    try (Reader reader = text.open();
        JsonParser parser = JSON.createParser(reader)) {
      JsonToken token = parser.nextToken();
      boolean array = token == JsonToken.START_ARRAY;
      if (array) {
        token = parser.nextToken();
      }
      while (token != null && token != JsonToken.END_ARRAY) {
        if (token != JsonToken.START_OBJECT) {
          throw noObject(parser);
        }
        object(parser, table);
        token = parser.nextToken();
      }
      if (array && parser.nextToken() != null) {
        throw more(parser);
      }
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (CharacterCodingException e) {
      throw text.file().unreadable("is not UTF-8, as JSON must be", "save it as UTF-8.", e);
    } catch (IOException e) {
      throw text.file().unreadable("cannot be read", "it was cut off on its way.", e);
    }
    return table.finish();
  }

  private static void object(JsonParser parser, ValueTable table) throws IOException {
    table.startRow();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      ValueCells cells = table.cell(parser.currentName());
      switch (parser.nextToken()) {
        case VALUE_NULL -> cells.missing();
        case VALUE_TRUE -> cells.truth(true);
        case VALUE_FALSE -> cells.truth(false);
        case VALUE_NUMBER_INT -> cells.number(parser.getNumberValue());
        case VALUE_NUMBER_FLOAT -> cells.real(parser.getDoubleValue());
        case START_OBJECT, START_ARRAY -> cells.text(JSON.readTree(parser).toString());
        default -> cells.text(parser.getText());
      }
    }
  }

  private DataException noObject(JsonParser parser) {
    return text.file()
        .unreadable(
            "has something else than an object in line " + parser.currentLocation().getLineNr(),
            "write one object per row, such as {\"age\": 30}.",
            null);
  }

  private DataException more(JsonParser parser) {
    return text.file()
        .unreadable(
            "goes on after the end of its array in line " + parser.currentLocation().getLineNr(),
            "put all objects into one array, or one on each line.",
            null);
  }

  private DataException malformed(JsonProcessingException e) {
    JsonLocation where = e.getLocation();
    String line = where == null ? "" : " in line " + where.getLineNr();
    return text.file().unreadable("is malformed JSON" + line, "it was cut off, or edited.", e);
  }
}
