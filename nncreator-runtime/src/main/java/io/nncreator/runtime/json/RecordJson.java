// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.json;

import io.nncreator.api.error.SpecException;
import java.lang.reflect.AnnotatedType;
import java.util.Map;
import java.util.Objects;

/**
 * The JSON of records. A record is an object whose fields are its components in order; components
 * may be records, enums (lower case), texts, truth values, finite numbers, {@link
 * java.time.Instant}, {@link java.time.Duration}, lists, maps with text keys and arrays. Where an
 * interface stands (a layer, a loss, any sealed interface of records), the field {@code kind} names
 * the record by its name in the catalogue; nothing else can be named.
 *
 * <p>Reading is strict: a field that is unknown, missing, doubled or of another type is an error,
 * and so is a text that is larger or nested deeper than allowed. Only components marked {@code
 * Nullable} may be absent. Thread-safe.
 */
public final class RecordJson {
  /** The largest text that is read, in characters: 16 Mi. */
  public static final int MAX_LENGTH = 1 << 24;

  /** The deepest nesting of objects and arrays that is read. */
  public static final int MAX_DEPTH = 32;

  private RecordJson() {}

  /**
   * Writes a record as indented text, the same text for equal records.
   *
   * @throws IllegalArgumentException if a number is not finite or a component has no JSON form
   */
  public static String write(Record value) {
    AnnotatedType type = AnnotatedTypes.of(value.getClass());
    return JsonText.print(RecordWriter.write(value, type, Map.of()));
  }

  /**
   * Reads a record.
   *
   * @param <T> the record
   * @throws SpecException stating the path, what was found there and what is legal
   */
  public static <T extends Record> T read(String json, Class<T> type) {
    Object value = new RecordReader().read(JsonText.parse(json), AnnotatedTypes.of(type), "");
    return type.cast(Objects.requireNonNull(value));
  }

  /**
   * Reads one part of an open set: a layer, a loss, an optimiser or a schedule.
   *
   * @param <T> the part's interface
   * @throws SpecException stating the path, what was found there and what is legal
   */
  public static <T> T readPart(String json, Class<T> part) {
    Object value = new RecordReader().read(JsonText.parse(json), AnnotatedTypes.of(part), "");
    return part.cast(Objects.requireNonNull(value));
  }
}
