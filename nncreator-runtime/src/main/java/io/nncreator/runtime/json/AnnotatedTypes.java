// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.json;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Annotated types of classes, which the JDK only hands out for places where a class is used. */
final class AnnotatedTypes {
  private AnnotatedTypes() {}

  static AnnotatedType of(Class<?> type) {
    return new Plain(type);
  }

  static boolean nullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private record Plain(Type type) implements AnnotatedType {
    @Override
    public Type getType() {
      return type;
    }

    @Override
    public @Nullable AnnotatedType getAnnotatedOwnerType() {
      return null;
    }

    @Override
    public <T extends Annotation> @Nullable T getAnnotation(Class<T> annotation) {
      return null;
    }

    @Override
    public Annotation[] getAnnotations() {
      return new Annotation[0];
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
      return new Annotation[0];
    }
  }
}
