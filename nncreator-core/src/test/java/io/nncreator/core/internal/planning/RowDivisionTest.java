// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.planning;

import static io.nncreator.core.internal.features.Tables.numbers;
import static io.nncreator.core.internal.features.Tables.task;
import static io.nncreator.core.internal.features.Tables.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.SplitKind;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.core.internal.features.LearningTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowDivisionTest {
  private static final int ROWS = 200;

  @Test
  void theHoldoutHasAboutTheWishedSizeAndEveryClass() {
    LearningTable table = table(SplitKind.STRATIFIED, null, null);
    int[] holdout = RowDivision.holdout(table, 40, 5);

    assertThat(holdout).hasSizeBetween(35, 45).doesNotHaveDuplicates();
    assertThat(Arrays.stream(holdout).map(row -> table.labels()[row]).distinct().count())
        .isEqualTo(2);
  }

  @Test
  void groupsAreNeverDivided() {
    LearningTable table = table(SplitKind.GROUP, "g", null);
    int[] rows = IntStream.range(0, ROWS).toArray();
    Folds folds = RowDivision.folds(table, rows, 4, 1);

    for (int a = 0; a < ROWS; a++) {
      for (int b = a + 1; b < ROWS; b++) {
        if (a % 20 == b % 20) {
          assertThat(folds.of()[a]).isEqualTo(folds.of()[b]);
        }
      }
    }
  }

  @Test
  void theHoldoutOfATimeSplitIsTheLatestPart() {
    LearningTable table = table(SplitKind.TIME, null, "t");
    int[] holdout = RowDivision.holdout(table, 50, 1);

    // The column t falls from row to row.
    assertThat(holdout).containsExactly(IntStream.range(0, 50).toArray());
  }

  @Test
  void rowsWithoutATimeAreNotTheLatest() {
    LearningTable table = table(SplitKind.TIME, null, "t");
    double[] times = ((Column.Numbers) table.data().column("t")).cells();
    Arrays.fill(times, 100, 200, Double.NaN);

    assertThat(RowDivision.holdout(table, 50, 1)).containsExactly(IntStream.range(0, 50).toArray());
  }

  private static LearningTable table(SplitKind split, String group, String time) {
    TaskSpec plain = task("y", Objective.BINARY, Metric.ACCURACY);
    TaskSpec task =
        new TaskSpec(
            plain.description(),
            plain.language(),
            plain.modality(),
            plain.objective(),
            plain.target(),
            plain.metric(),
            Inferred.explicit(split),
            null,
            group == null ? null : Inferred.explicit(group),
            time == null ? null : Inferred.explicit(time),
            List.of(),
            List.of());
    String[] labels = new String[ROWS];
    String[] groups = new String[ROWS];
    double[] times = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      labels[row] = row % 3 == 0 ? "yes" : "no";
      groups[row] = "g" + row % 20;
      times[row] = ROWS - row;
    }
    return LearningTable.of(
        new Dataset("t", List.of(texts("y", labels), texts("g", groups), numbers("t", times))),
        task);
  }
}
