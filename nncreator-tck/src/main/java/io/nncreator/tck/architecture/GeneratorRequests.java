// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.architecture;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.ColumnProfile.NumberSummary;
import io.nncreator.api.data.DataProfile;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.spi.ArchitectureGenerator.Request;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Modality;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.SplitKind;
import io.nncreator.api.task.TaskSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Requests of all kinds: numbers, categories, few and many rows, each objective that is built. */
public final class GeneratorRequests {
  private static final List<FeatureLayout> LAYOUTS =
      List.of(
          new FeatureLayout(1, List.of()),
          new FeatureLayout(30, List.of()),
          new FeatureLayout(0, List.of(2)),
          new FeatureLayout(0, Collections.nCopies(12, 400)),
          new FeatureLayout(8, List.of(3, 50)),
          new FeatureLayout(500, List.of(20_000)));

  private GeneratorRequests() {}

  /** Returns one request for each layout, objective and size. */
  public static List<Request> all(int limit) {
    List<Request> requests = new ArrayList<>();
    for (FeatureLayout layout : LAYOUTS) {
      for (int rows : new int[] {20, 1_000, 1_000_000}) {
        requests.add(request(Objective.BINARY, 2, layout, rows, limit));
        requests.add(request(Objective.MULTICLASS, 7, layout, rows, limit));
        requests.add(request(Objective.REGRESSION, 1, layout, rows, limit));
      }
    }
    return requests;
  }

  private static Request request(
      Objective objective, int outputs, FeatureLayout layout, int rows, int limit) {
    Metric metric = objective == Objective.REGRESSION ? Metric.RMSE : Metric.ACCURACY;
    TaskSpec task =
        new TaskSpec(
            "predict the target",
            "en",
            Inferred.explicit(Modality.TABULAR),
            Inferred.explicit(objective),
            Inferred.explicit("target"),
            Inferred.explicit(metric),
            Inferred.explicit(SplitKind.RANDOM),
            null,
            null,
            null,
            List.of(),
            List.of());
    return new Request(
        task, profile(objective, outputs, layout, rows), layout, outputs, rows, limit);
  }

  private static DataProfile profile(
      Objective objective, int classes, FeatureLayout layout, int rows) {
    List<ColumnProfile> columns = new ArrayList<>();
    for (int i = 0; i < layout.numeric(); i++) {
      columns.add(number("number" + i, rows));
    }
    for (int i = 0; i < layout.cardinalities().size(); i++) {
      columns.add(category("category" + i, layout.cardinalities().get(i)));
    }
    columns.add(
        objective == Objective.REGRESSION ? number("target", rows) : category("target", classes));
    return new DataProfile(rows, columns, 0, List.of());
  }

  private static ColumnProfile number(String name, int rows) {
    NumberSummary summary = new NumberSummary(-3, -0.7, 0, 0.7, 3, 0, 1, 0);
    return new ColumnProfile(name, ColumnKind.NUMBER, "numbers", 0, rows, summary, List.of());
  }

  private static ColumnProfile category(String name, int levels) {
    List<ColumnProfile.Level> most = new ArrayList<>();
    for (int i = 0; i < Math.min(levels, 20); i++) {
      most.add(new ColumnProfile.Level("level" + i, 10));
    }
    return new ColumnProfile(name, ColumnKind.CATEGORY, "few levels", 0, levels, null, most);
  }
}
