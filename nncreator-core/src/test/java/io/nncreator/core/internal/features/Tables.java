// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.DataProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Modality;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.SplitKind;
import io.nncreator.api.task.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small tables and tasks for tests. */
public final class Tables {
  private Tables() {}

  public static Column numbers(String name, double... cells) {
    return new Column.Numbers(name, NumberType.REAL, cells);
  }

  public static Column texts(String name, String... cells) {
    return new Column.Texts(name, cells);
  }

  public static TaskSpec task(String target, Objective objective, Metric metric) {
    return new TaskSpec(
        "test",
        "en",
        Inferred.explicit(Modality.TABULAR),
        Inferred.explicit(objective),
        Inferred.explicit(target),
        Inferred.explicit(metric),
        Inferred.explicit(objective.classification() ? SplitKind.STRATIFIED : SplitKind.RANDOM),
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  /** A profile that says only the kinds. */
  public static DataProfile profile(Dataset data, Map<String, ColumnKind> kinds) {
    List<ColumnProfile> columns = new ArrayList<>();
    for (Column column : data.columns()) {
      ColumnKind kind =
          kinds.getOrDefault(
              column.name(),
              column instanceof Column.Texts ? ColumnKind.CATEGORY : ColumnKind.NUMBER);
      columns.add(new ColumnProfile(column.name(), kind, "test", 0, 0, null, List.of()));
    }
    return new DataProfile(data.rows(), columns, 0, List.of());
  }
}
