// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.DataSource;
import java.util.Map;

/** Reads rows of maps. */
final class RowsReader {
  private RowsReader() {}

  static RawTable read(DataSource.Rows source) {
    ValueTable table = new ValueTable(source.name());
    for (Map<String, ?> row : source.rows()) {
      table.startRow();
      row.forEach((name, value) -> JavaValues.add(table.cell(String.valueOf(name)), value));
    }
    return table.finish();
  }
}
