// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values to JSON trees, by the types under which they are declared. */
final class RecordWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RecordWriter() {}

  static JsonNode write(
      @Nullable Object value, AnnotatedType declared, Map<TypeVariable<?>, AnnotatedType> bound) {
    if (value == null) {
      return NODES.nullNode();
    }
    AnnotatedType type = Generics.resolve(declared, bound);
    if (value instanceof Record record) {
      return object(record, type, bound);
    }
    if (value instanceof List<?> list) {
      return array(list, Generics.argument(type, 0), bound);
    }
    if (value instanceof Map<?, ?> map) {
      return map(map, Generics.argument(type, 1), bound);
    }
    if (value.getClass().isArray()) {
      return array(value, ((AnnotatedArrayType) type).getAnnotatedGenericComponentType(), bound);
    }
    return scalar(value);
  }

  private static JsonNode scalar(Object value) {
    if (value instanceof String text) {
      return NODES.textNode(text);
    }
    if (value instanceof Enum<?> constant) {
      return NODES.textNode(enumName(constant));
    }
    if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Long number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Float number) {
      finite(number);
      return NODES.numberNode(number);
    }
    if (value instanceof Double number) {
      finite(number);
      return NODES.numberNode(number);
    }
    if (value instanceof Instant || value instanceof Duration) {
      return NODES.textNode(value.toString());
    }
    throw new IllegalArgumentException("The type (" + value.getClass() + ") has no JSON form.");
  }

  static String enumName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode object(
      Record value, AnnotatedType declared, Map<TypeVariable<?>, AnnotatedType> outer) {
    ObjectNode object = NODES.objectNode();
    Class<?> type = value.getClass();
    Map<String, Class<? extends Record>> kinds = Kinds.of(Generics.raw(declared));
    if (kinds != null) {
      object.put(Kinds.FIELD, Kinds.name(kinds, type));
    }
    Map<TypeVariable<?>, AnnotatedType> bound = Generics.bind(declared, outer);
    for (RecordComponent component : type.getRecordComponents()) {
      Object part = get(value, component);
      if (part != null) {
        object.set(component.getName(), write(part, component.getAnnotatedType(), bound));
      }
    }
    return object;
  }

  private static ArrayNode array(
      List<?> list, AnnotatedType element, Map<TypeVariable<?>, AnnotatedType> bound) {
    ArrayNode array = NODES.arrayNode();
    list.forEach(each -> array.add(write(each, element, bound)));
    return array;
  }

  private static ArrayNode array(
      Object cells, AnnotatedType element, Map<TypeVariable<?>, AnnotatedType> bound) {
    ArrayNode array = NODES.arrayNode();
    for (int i = 0; i < Array.getLength(cells); i++) {
      array.add(write(Array.get(cells, i), element, bound));
    }
    return array;
  }

  private static ObjectNode map(
      Map<?, ?> map, AnnotatedType element, Map<TypeVariable<?>, AnnotatedType> bound) {
    ObjectNode object = NODES.objectNode();
    map.forEach(
        (key, value) ->
            object.set(
                key instanceof Enum<?> constant ? enumName(constant) : String.valueOf(key),
                write(value, element, bound)));
    return object;
  }

  private static void finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("The number (" + value + ") has no JSON form.");
    }
  }

  private static @Nullable Object get(Record value, RecordComponent component) {
    Method accessor = component.getAccessor();
    try {
      accessor.setAccessible(true);
      return accessor.invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("The component (" + component + ") is unreadable.", e);
    }
  }
}
