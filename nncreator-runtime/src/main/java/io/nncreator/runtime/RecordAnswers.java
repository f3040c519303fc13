// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Answers as records: what goes into which component. */
final class RecordAnswers<O extends Record> {
  private static final Set<String> ANSWER = Set.of("prediction", "value", "label");

  private final Class<O> type;
  private final List<Function<Prediction, Object>> parts = new ArrayList<>();
  private final Constructor<O> constructor;

  /**
   * Chooses the content of each component.
   *
   * @throws io.nncreator.api.error.PredictionException if a component cannot hold any part of an
   *     answer
   */
  RecordAnswers(Class<O> type, String target, List<String> classes) {
    this.type = type;
    RecordComponent[] components = RecordParts.of(type);
    Class<?>[] types = new Class<?>[components.length];
    Set<String> roles = new HashSet<>();
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      String role = role(components[i], target);
      if (!roles.add(role)) {
        throw illegal(components[i], "says the same as another one", "leave one of them out");
      }
      parts.add(part(role, components[i], classes));
    }
    try {
      this.constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Every record has a canonical constructor.", e);
    }
    if (!constructor.trySetAccessible()) {
      throw RecordParts.illegal(
          "The record " + type.getName() + " cannot be made. Maybe open its package.", null);
    }
  }

  /** Makes an answer. */
  O of(Prediction prediction) {
    Object[] values = parts.stream().map(part -> part.apply(prediction)).toArray();
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw RecordParts.illegal(
          "The record " + type.getName() + " refuses the answer: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The constructor was accessible before.", e);
    }
  }

  private String role(RecordComponent component, String target) {
    String name = component.getName();
    if (ANSWER.contains(name) || AnswerValues.loose(name).equals(AnswerValues.loose(target))) {
      return "answer";
    }
    if (Set.of("probability", "probabilities", "notes").contains(name)) {
      return name;
    }
    throw illegal(
        component,
        "says nothing that the network tells",
        "name it " + target + ", prediction, probability, probabilities or notes");
  }

  private Function<Prediction, Object> part(
      String role, RecordComponent component, List<String> classes) {
    if (role.equals("notes") && isList(component.getGenericType())) {
      return Prediction::notes;
    }
    if (role.equals("answer")) {
      Function<Prediction, Object> value = AnswerValues.as(component.getType(), classes);
      if (value == null) {
        throw illegal(
            component,
            AnswerValues.refusal(component.getType(), classes),
            "make it a " + (classes.isEmpty() ? "double" : "String"));
      }
      return value;
    }
    if (!role.equals("notes") && classes.isEmpty()) {
      throw illegal(component, "has no content: the network tells a number", "leave it out");
    }
    if (role.equals("probabilities") && isMap(component.getGenericType())) {
      return Prediction::probabilities;
    }
    Class<?> plain = component.getType();
    if (role.equals("probability") && (plain == double.class || plain == Double.class)) {
      return prediction -> prediction.probability(prediction.label());
    }
    throw illegal(
        component,
        "is a " + component.getGenericType().getTypeName(),
        "make it a "
            + Map.of(
                    "notes", "List<String>",
                    "probability", "double",
                    "probabilities", "Map<String, Double>")
                .get(role));
  }

  private static boolean isList(Type type) {
    return type instanceof ParameterizedType list
        && list.getRawType() == List.class
        && list.getActualTypeArguments()[0] == String.class;
  }

  private static boolean isMap(Type type) {
    return type instanceof ParameterizedType map
        && map.getRawType() == Map.class
        && map.getActualTypeArguments()[0] == String.class
        && map.getActualTypeArguments()[1] == Double.class;
  }

  private static RuntimeException illegal(RecordComponent component, String fact, String remedy) {
    return RecordParts.illegal(
        "The component ("
            + component.getName()
            + ") of record "
            + component.getDeclaringRecord().getName()
            + " "
            + fact
            + ". Maybe "
            + remedy
            + ".",
        null);
  }
}
