// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.bundle.DataSchema;
import io.nncreator.runtime.internal.rows.ColumnNames;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which components of any record class hold the columns of a network, found once per class.
 * Thread-safe.
 */
final class RecordColumns extends ClassValue<Map<String, Method>> {
  private final List<String> columns;
  private final ColumnNames names;

  RecordColumns(DataSchema schema) {
    this.columns = schema.columns().stream().map(ColumnSchema::name).toList();
    this.names = new ColumnNames(columns);
  }

  /** Returns the cells of a row by column; by component if the class lacks a column. */
  Map<String, @Nullable Object> cells(Record row) {
    Map<String, Method> accessors = get(row.getClass());
    if (accessors.isEmpty()) {
      return RecordRows.of(row);
    }
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    accessors.forEach((column, accessor) -> cells.put(column, RecordParts.get(accessor, row)));
    return cells;
  }

  @Override
  protected Map<String, Method> computeValue(Class<?> type) {
    Map<String, Method> components = new LinkedHashMap<>();
    for (RecordComponent component : RecordParts.of(type.asSubclass(Record.class))) {
      components.put(component.getName(), component.getAccessor());
    }
    Map<String, Method> accessors = new LinkedHashMap<>();
    for (String column : columns) {
      String found = names.find(column, components.keySet());
      Method accessor = found == null ? null : components.get(found);
      if (accessor == null) {
        return Map.of();
      }
      accessors.put(column, accessor);
    }
    return accessors;
  }
}
