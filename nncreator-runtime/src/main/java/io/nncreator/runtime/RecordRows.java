// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.bundle.DataSchema;
import io.nncreator.runtime.internal.rows.ColumnNames;
import io.nncreator.runtime.internal.rows.LegalCells;
import io.nncreator.runtime.json.Nearest;
import io.nncreator.runtime.pipeline.RawType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as rows: which component holds which column. */
final class RecordRows<I extends Record> {
  private final Map<String, Method> accessors = new LinkedHashMap<>();

  /**
   * Matches components with columns.
   *
   * @throws io.nncreator.api.error.PredictionException if a column has no component, or one whose
   *     values it never takes
   */
  RecordRows(Class<I> type, DataSchema schema) {
    Map<String, RecordComponent> components = new LinkedHashMap<>();
    for (RecordComponent component : RecordParts.of(type)) {
      components.put(component.getName(), component);
    }
    List<String> columns = schema.columns().stream().map(ColumnSchema::name).toList();
    ColumnNames names = new ColumnNames(columns);
    for (ColumnSchema column : schema.columns()) {
      String found = names.find(column.name(), components.keySet());
      RecordComponent component = found == null ? null : components.get(found);
      if (component == null) {
        String near = Nearest.to(column.name(), components.keySet());
        throw RecordParts.illegal(
            "The record "
                + type.getName()
                + " has no component for the column ("
                + column.name()
                + "). Maybe "
                + (near == null ? "add one." : "rename (" + near + ")."),
            null);
      }
      requireLegal(type, component, column);
      accessors.put(column.name(), component.getAccessor());
    }
  }

  /** Returns the cells of a row by column. */
  Map<String, @Nullable Object> cells(I row) {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    accessors.forEach((column, accessor) -> cells.put(column, RecordParts.get(accessor, row)));
    return cells;
  }

  /** Returns the components of any record by name. */
  static Map<String, @Nullable Object> of(Record row) {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    for (RecordComponent component : RecordParts.of(row.getClass())) {
      cells.put(component.getName(), RecordParts.get(component.getAccessor(), row));
    }
    return cells;
  }

  private static void requireLegal(Class<?> row, RecordComponent component, ColumnSchema column) {
    Class<?> type = component.getType();
    boolean text = type == Object.class || CharSequence.class.isAssignableFrom(type);
    boolean number = Number.class.isAssignableFrom(type) || (type.isPrimitive() && numeric(type));
    boolean truth = type == boolean.class || type == Boolean.class;
    boolean time = Temporal.class.isAssignableFrom(type) || Date.class.isAssignableFrom(type);
    boolean legal =
        text
            || switch (column.type()) {
              case NUMBER -> number;
              case BOOLEAN -> truth || number;
              case TIMESTAMP -> time;
              case CATEGORY ->
                  number
                      || truth
                      || time
                      || type.isEnum()
                      || type == char.class
                      || type == Character.class
                      || type == java.util.UUID.class;
            };
    if (!legal) {
      throw RecordParts.illegal(
          "The component ("
              + component.getName()
              + ") of record "
              + row.getName()
              + " is a "
              + type.getSimpleName()
              + ", must hold "
              + LegalCells.of(column.type(), column.dateStyle())
              + ". Maybe make it a "
              + advice(column.type())
              + ".",
          null);
    }
  }

  private static boolean numeric(Class<?> primitive) {
    return primitive != boolean.class && primitive != char.class && primitive != void.class;
  }

  private static String advice(RawType type) {
    return switch (type) {
      case NUMBER -> "Double";
      case BOOLEAN -> "Boolean";
      case TIMESTAMP -> "java.time.LocalDateTime";
      case CATEGORY -> "String";
    };
  }
}
