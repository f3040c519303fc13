// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.PredictionException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Access to the components of records. */
final class RecordParts {
  private RecordParts() {}

  static RecordComponent[] of(Class<? extends Record> type) {
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent component : components) {
      if (!component.getAccessor().trySetAccessible()) {
        throw illegal(
            "The record " + type.getName() + " is not readable. Maybe open its package.", null);
      }
    }
    return components;
  }

  static @Nullable Object get(Method accessor, Record row) {
    try {
      return accessor.invoke(row);
    } catch (IllegalAccessException e) {
      throw illegal("The record " + row.getClass().getName() + " is not readable.", e);
    } catch (InvocationTargetException e) {
      throw illegal(
          "The component ("
              + accessor.getName()
              + ") of record "
              + row.getClass().getName()
              + " throws "
              + e.getCause(),
          e);
    }
  }

  static PredictionException illegal(String message, @Nullable Throwable cause) {
    return new PredictionException(ErrorCode.ROW_RECORD_TYPE, message, cause);
  }
}
