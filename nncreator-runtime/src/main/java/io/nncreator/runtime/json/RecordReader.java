// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.NnCreatorException;
import io.nncreator.api.error.SpecException;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON trees to values of stated types; the tree never chooses a class outside the catalogues. */
final class RecordReader {

  @Nullable Object read(JsonNode node, AnnotatedType type, String path) {
    return read(node, type, Map.of(), path);
  }

  private @Nullable Object read(
      JsonNode node,
      AnnotatedType declared,
      Map<TypeVariable<?>, AnnotatedType> bound,
      String path) {
    AnnotatedType type = Generics.resolve(declared, bound);
    if (node.isNull()) {
      if (AnnotatedTypes.nullable(declared) || AnnotatedTypes.nullable(type)) {
        return null;
      }
      throw JsonScalars.wrong(path, node, "a value, not null");
    }
    if (type instanceof AnnotatedArrayType array) {
      return array(node, array.getAnnotatedGenericComponentType(), bound, path);
    }
    Class<?> raw = Generics.raw(type);
    if (raw.isArray()) {
      return array(node, AnnotatedTypes.of(raw.getComponentType()), bound, path);
    }
    if (raw == List.class) {
      return list(node, Generics.argument(type, 0), bound, path);
    }
    if (raw == Map.class) {
      return map(node, type, bound, path);
    }
    if (raw.isRecord() || raw.isInterface()) {
      return object(node, raw, Generics.bind(type, bound), path);
    }
    return JsonScalars.read(node, raw, path);
  }

  private Object object(
      JsonNode node, Class<?> raw, Map<TypeVariable<?>, AnnotatedType> bound, String path) {
    if (!node.isObject()) {
      throw JsonScalars.wrong(path, node, "an object");
    }
    Map<String, Class<? extends Record>> kinds = Kinds.of(raw);
    if (kinds == null) {
      return fields(node, raw, bound, false, path);
    }
    JsonNode kind = node.get(Kinds.FIELD);
    if (kind == null) {
      throw missing(path, Kinds.FIELD, kinds.keySet());
    }
    String name = kind.asText();
    Class<? extends Record> type = kind.isTextual() ? kinds.get(name) : null;
    if (type == null) {
      throw unknown(JsonScalars.join(path, Kinds.FIELD), name, kinds.keySet());
    }
    return fields(node, type, bound, true, path);
  }

  private Object fields(
      JsonNode node,
      Class<?> type,
      Map<TypeVariable<?>, AnnotatedType> bound,
      boolean tagged,
      String path) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException("The type (" + type.getName() + ") has no JSON form.");
    }
    Set<String> names = new LinkedHashSet<>();
    for (RecordComponent component : components) {
      names.add(component.getName());
    }
    for (Iterator<String> it = node.fieldNames(); it.hasNext(); ) {
      String field = it.next();
      if (!names.contains(field) && !(tagged && field.equals(Kinds.FIELD))) {
        throw unknown(JsonScalars.join(path, field), field, names);
      }
    }
    @Nullable Object[] values = new @Nullable Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      types[i] = component.getType();
      JsonNode value = node.get(component.getName());
      if (value != null) {
        String at = JsonScalars.join(path, component.getName());
        values[i] = read(value, component.getAnnotatedType(), bound, at);
      } else if (!AnnotatedTypes.nullable(component.getAnnotatedType())) {
        throw missing(path, component.getName(), names);
      }
    }
    return construct(type, types, values, path);
  }

  private static Object construct(
      Class<?> type, Class<?>[] types, @Nullable Object[] values, String path) {
    String where = path.isEmpty() ? "$" : path;
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      if (cause instanceof NnCreatorException known) {
        throw known;
      }
      if (cause instanceof RuntimeException) {
        throw new SpecException(ErrorCode.SPEC_SETTING, where, type.getSimpleName(), cause);
      }
      throw new IllegalStateException(cause);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("The type (" + type + ") cannot be constructed.", e);
    }
  }

  private List<@Nullable Object> list(
      JsonNode node, AnnotatedType element, Map<TypeVariable<?>, AnnotatedType> bound, String at) {
    if (!node.isArray()) {
      throw JsonScalars.wrong(at, node, "an array");
    }
    List<@Nullable Object> list = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      list.add(read(node.get(i), element, bound, at + "[" + i + "]"));
    }
    return Collections.unmodifiableList(list);
  }

  private Object array(
      JsonNode node, AnnotatedType element, Map<TypeVariable<?>, AnnotatedType> bound, String at) {
    List<@Nullable Object> list = list(node, element, bound, at);
    Object array = Array.newInstance(Generics.raw(element), list.size());
    for (int i = 0; i < list.size(); i++) {
      Array.set(array, i, list.get(i));
    }
    return array;
  }

  private Map<Object, @Nullable Object> map(
      JsonNode node, AnnotatedType type, Map<TypeVariable<?>, AnnotatedType> bound, String path) {
    if (!node.isObject()) {
      throw JsonScalars.wrong(path, node, "an object");
    }
    Class<?> key = Generics.raw(Generics.argument(type, 0));
    AnnotatedType element = Generics.argument(type, 1);
    Map<Object, @Nullable Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String at = JsonScalars.join(path, field.getKey());
      Object name =
          key == String.class ? field.getKey() : JsonScalars.constant(field.getKey(), key, at);
      map.put(name, read(field.getValue(), element, bound, at));
    }
    return Collections.unmodifiableMap(map);
  }

  private static SpecException missing(String path, String field, Collection<String> names) {
    return new SpecException(
        ErrorCode.SPEC_SYNTAX,
        JsonScalars.join(path, field),
        "nothing",
        field.equals(Kinds.FIELD) ? "one of " + names : "there; the fields are " + names);
  }

  static SpecException unknown(String path, String got, Collection<String> names) {
    String near = Nearest.to(got, names);
    return new SpecException(
        ErrorCode.SPEC_SYNTAX,
        path,
        Excerpt.of(got),
        "one of " + names + (near == null ? "" : " (maybe " + near + ")"));
  }
}
