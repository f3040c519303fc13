// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.request;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nncreator.serving.internal.problem.Refusal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a body of JSON token by token; whatever is wrong becomes a {@link Refusal}. */
public final class JsonBody {
  private static final double EXACT = 1L << 53;

  private JsonBody() {}

  /** What is done with a body. */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads from the first token, which is the current one, to the last. */
    T read(JsonParser json) throws IOException;
  }

  /**
   * Reads a whole body.
   *
   * @throws Refusal with 400 if it is not JSON within the limits
   */
  public static <T> T read(byte[] body, Reading<T> reading) {
    try (JsonParser json = RequestLimits.JSON.createParser(body)) {
      if (json.nextToken() == null) {
        throw new Refusal(400, "The body is empty. Maybe send {\"instances\": [..]}.");
      }
      T value = reading.read(json);
      if (json.nextToken() != null) {
        throw new Refusal(400, "The body goes on after the end of the JSON value.");
      }
      return value;
    } catch (JacksonException e) {
      throw malformed(e);
    } catch (IOException | IllegalStateException e) {
      throw new Refusal(400, "The body is not legal JSON in UTF-8.");
    }
  }

  private static Refusal malformed(JacksonException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " (line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr()
                + ")";
    return new Refusal(
        400,
        "The body is not legal JSON in UTF-8, or exceeds a nesting of "
            + RequestLimits.DEPTH
            + ", numbers of "
            + RequestLimits.NUMBER_LENGTH
            + " characters or names of 1000"
            + where
            + ". NaN and Infinity are not JSON: null says that a value is unknown.");
  }

  /**
   * Reads a scalar.
   *
   * @param pointer where it stands, in parts that are joined only for an error
   * @throws Refusal if it is an object, an array or a number that is not finite
   */
  static @Nullable Object scalar(JsonParser json, Pointer pointer) throws IOException {
    JsonToken token = json.currentToken();
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json, token, pointer);
      default ->
          throw Refusal.invalid(
              pointer.text(), "The value is a list or an object, must be a single value or null.");
    };
  }

  private static Object number(JsonParser json, JsonToken token, Pointer pointer)
      throws IOException {
    double value = json.getDoubleValue();
    if (!Double.isFinite(value)) {
      throw Refusal.invalid(
          pointer.text(), "The number is too large for 64 bits. Maybe send null if it is unknown.");
    }
    // Long keys are categories: as text they keep all digits.
    boolean key = token == JsonToken.VALUE_NUMBER_INT && Math.abs(value) >= EXACT;
    return key ? json.getText() : (Object) value;
  }

  /** Where a value stands in a body. */
  @FunctionalInterface
  interface Pointer {
    /** Returns the JSON pointer. */
    String text();
  }
}
