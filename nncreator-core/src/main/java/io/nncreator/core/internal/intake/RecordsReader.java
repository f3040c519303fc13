// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

/** Reads records, whose components are the columns. */
final class RecordsReader {
  private RecordsReader() {}

  static RawTable read(DataSource.Records source) {
    ValueTable table = new ValueTable(source.name());
    for (Record row : source.records()) {
      table.startRow();
      for (RecordComponent component : row.getClass().getRecordComponents()) {
        JavaValues.add(table.cell(component.getName()), value(row, component));
      }
    }
    return table.finish();
  }

  private static Object value(Record row, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(row);
    } catch (InvocationTargetException | IllegalAccessException | InaccessibleObjectException e) {
      throw new DataException(
          ErrorCode.DATA_UNREADABLE,
          "The component ("
              + component.getName()
              + ") of the record ("
              + row.getClass().getName()
              + ") cannot be read. Maybe its package is not open to NNCreator, or its accessor"
              + " fails.",
          e);
    }
  }
}
