// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.json;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;

/** Generic types with their variables bound. */
final class Generics {
  private Generics() {}

  static AnnotatedType resolve(AnnotatedType type, Map<TypeVariable<?>, AnnotatedType> bound) {
    if (type.getType() instanceof TypeVariable<?> variable) {
      AnnotatedType known = bound.get(variable);
      if (known == null) {
        throw new IllegalArgumentException("The type variable (" + variable + ") is unbound.");
      }
      return known;
    }
    return type;
  }

  static Class<?> raw(AnnotatedType type) {
    Type plain = type.getType();
    if (plain instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    if (plain instanceof Class<?> known) {
      return known;
    }
    throw new IllegalArgumentException("The type (" + plain + ") has no JSON form.");
  }

  static AnnotatedType argument(AnnotatedType type, int index) {
    if (type instanceof AnnotatedParameterizedType parameterized) {
      return parameterized.getAnnotatedActualTypeArguments()[index];
    }
    throw new IllegalArgumentException(
        "The type (" + type.getType() + ") must state its type arguments.");
  }

  /** Binds the variables of a type's class to its arguments. */
  static Map<TypeVariable<?>, AnnotatedType> bind(
      AnnotatedType type, Map<TypeVariable<?>, AnnotatedType> outer) {
    Map<TypeVariable<?>, AnnotatedType> bound = new HashMap<>();
    if (type instanceof AnnotatedParameterizedType) {
      TypeVariable<?>[] variables = raw(type).getTypeParameters();
      for (int i = 0; i < variables.length; i++) {
        bound.put(variables[i], resolve(argument(type, i), outer));
      }
    }
    return bound;
  }
}
