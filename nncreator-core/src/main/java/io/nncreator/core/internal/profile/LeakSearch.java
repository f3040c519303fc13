// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.DataProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.data.Finding;
import io.nncreator.api.data.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Looks for columns that alone tell the target almost without error: each half of the rows is told
 * from what the other half shows. Such a column often holds what is only known afterwards.
 */
final class LeakSearch {
  /** Share of rows whose class is told rightly from which a column is suspect. */
  static final double ACCURACY = 0.995;

  /** Share of the variance of a quantity that is told from which a column is suspect. */
  static final double EXPLAINED = 0.999;

  /** With fewer rows a perfect score means little. */
  static final int LEAST_ROWS = 40;

  private static final int MOST_ROWS = 20_000;
  private static final int MOST_CELLS = 4_000_000;
  private static final long SEED = 20_120_131;

  private final Dataset dataset;
  private final DataProfile profile;
  private final TargetValues target;

  LeakSearch(Dataset dataset, DataProfile profile, TargetValues target) {
    this.dataset = dataset;
    this.profile = profile;
    this.target = target;
  }

  List<Finding> suspects() {
    List<Finding> suspects = new ArrayList<>();
    int[] rows = sample();
    if (rows.length < LEAST_ROWS) {
      return suspects;
    }
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = target.values()[rows[i]];
    }
    SingleColumnScore score = new SingleColumnScore(values, target.classes().size());
    double bar = target.quantity() ? EXPLAINED : Math.max(ACCURACY, score.beyondMajority());
    for (ColumnProfile column : profile.columns()) {
      if (!eligible(column)) {
        continue;
      }
      double reached = score.of(dataset.column(column.name()).select(rows));
      if (reached >= bar) {
        suspects.add(new Finding(Kind.LEAK_SUSPECT, column.name(), reason(reached, rows.length)));
      }
    }
    return suspects;
  }

  private boolean eligible(ColumnProfile column) {
    return !column.name().equals(target.name())
        && column.kind() != ColumnKind.CONSTANT
        && column.kind() != ColumnKind.IDENTIFIER
        && column.kind() != ColumnKind.TEXT;
  }

  private String reason(double reached, int rows) {
    String what =
        target.quantity()
            ? "explains %.2f %% of the variance of the target"
            : "tells the class of %.2f %% of the rows";
    return String.format(
        Locale.ROOT,
        "This column alone "
            + what
            + " (%d rows, each half told from the other). If it is only known after the target,"
            + " leave it out; if it is known before, the task is easy.",
        reached * 100,
        rows);
  }

  /** Draws rows that have a target, in random order. */
  private int[] sample() {
    int[] rows = new int[dataset.rows()];
    int size = 0;
    for (int row = 0; row < rows.length; row++) {
      if (!Double.isNaN(target.values()[row])) {
        rows[size++] = row;
      }
    }
    int most = Math.min(MOST_ROWS, Math.max(1_000, MOST_CELLS / dataset.columns().size()));
    int wanted = Math.min(size, most);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < wanted; i++) {
      int other = i + random.nextInt(size - i);
      int row = rows[i];
      rows[i] = rows[other];
      rows[other] = row;
    }
    return Arrays.copyOf(rows, wanted);
  }
}
