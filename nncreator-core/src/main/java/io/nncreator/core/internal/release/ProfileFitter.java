// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.release;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import io.nncreator.runtime.bundle.Distribution;
import io.nncreator.runtime.bundle.DistributionFitter;
import io.nncreator.runtime.bundle.TrainingProfile;
import io.nncreator.runtime.onnx.ServingSession;
import io.nncreator.runtime.pipeline.ColumnCells;
import io.nncreator.runtime.pipeline.RawColumn;
import io.nncreator.runtime.pipeline.RawRows;
import io.nncreator.runtime.pipeline.TargetEncoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Describes the rows that a network has learnt from, by a spread-out sample of them. */
final class ProfileFitter {
  private static final int MOST_ROWS = 10_000;

  private ProfileFitter() {}

  static TrainingProfile fit(ServedTrial served, Dataset data, int[] learnt) {
    int[] chosen = new int[Math.min(MOST_ROWS, learnt.length)];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = learnt[(int) ((long) i * learnt.length / chosen.length)];
    }
    Dataset rows = data.select(chosen);
    List<Distribution> columns = new ArrayList<>();
    for (RawColumn column : served.model().pipeline().columns()) {
      Column cells = rows.column(column.name());
      switch (column.type()) {
        case CATEGORY ->
            columns.add(
                DistributionFitter.texts(column.name(), Arrays.asList(ColumnCells.texts(cells))));
        case NUMBER, BOOLEAN ->
            columns.add(DistributionFitter.numbers(column.name(), ColumnCells.numbers(cells)));
        case TIMESTAMP -> {
          // A later point in time is no sign of anything.
        }
      }
    }
    return new TrainingProfile(chosen.length, columns, answers(served, rows));
  }

  private static Distribution answers(ServedTrial served, Dataset rows) {
    RawRows raw = RawRows.of(served.model().pipeline(), rows);
    String name = "prediction";
    try (ServingSession session = ServingSession.open(served.onnx())) {
      if (!(served.model().target() instanceof TargetEncoding.Classes classes)) {
        return DistributionFitter.numbers(name, session.values(raw));
      }
      float[] probabilities = session.probabilities(raw);
      int width = classes.labels().size();
      double[] counts = new double[width + 2];
      for (int row = 0; row < rows.rows(); row++) {
        int best = 0;
        for (int c = 1; c < width; c++) {
          best = probabilities[row * width + c] > probabilities[row * width + best] ? c : best;
        }
        counts[best]++;
      }
      List<Double> shares =
          Arrays.stream(counts).map(count -> count / Math.max(1, rows.rows())).boxed().toList();
      return new Distribution(name, List.of(), classes.labels(), shares);
    }
  }
}
