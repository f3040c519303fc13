// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.drift;

import io.nncreator.runtime.Predictions;
import io.nncreator.runtime.bundle.Distribution;
import io.nncreator.runtime.bundle.TrainingProfile;
import io.nncreator.serving.internal.metrics.ServingMetrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rows and answers of the last time with those of the training, by the population
 * stability index: below 0.1 nothing has changed, above 0.2 much. Rows that come while another
 * thread counts are left out, so that nobody waits; memory does not grow. Thread-safe.
 */
public final class DriftWatch {
  private static final int WINDOW = 10_000;
  private static final int LEAST_ROWS = 200;
  private static final int MOST_LABELS = 100;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<DriftCounts> columns = new ArrayList<>();
  private final @Nullable DriftCounts answers;
  private final List<String> classes;

  /**
   * Takes what to compare with.
   *
   * @param profile null = nothing is known, nothing is told
   */
  public DriftWatch(@Nullable TrainingProfile profile) {
    if (profile == null) {
      answers = null;
      classes = List.of();
      return;
    }
    for (Distribution column : profile.columns()) {
      columns.add(new DriftCounts(column));
    }
    answers = new DriftCounts(profile.answers());
    classes = profile.answers().levels();
  }

  /** Counts rows with their answers. */
  public void add(List<? extends Map<String, ?>> rows, Predictions given, int first) {
    DriftCounts told = answers;
    if (told == null || !lock.tryLock()) {
      return;
    }
    try {
      for (int row = 0; row < rows.size(); row++) {
        Map<String, ?> cells = rows.get(row);
        for (DriftCounts column : columns) {
          Object cell = cells.get(column.name());
          if (cell != null || cells.containsKey(column.name())) {
            column.add(cell);
          }
        }
        if (given.classes().isEmpty()) {
          told.addNumber(given.number(first + row));
        } else {
          told.count(given.classIndex(first + row));
        }
      }
      if (told.total() > WINDOW) {
        columns.forEach(DriftCounts::halve);
        told.halve();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Appends the indices to the metrics, once enough rows have come. */
  public void write(StringBuilder out) {
    DriftCounts told = answers;
    if (told == null) {
      return;
    }
    lock.lock();
    try {
      ServingMetrics.gauge(out, "nncreator_drift_rows", "", told.total());
      if (told.total() < LEAST_ROWS) {
        return;
      }
      out.append("# TYPE nncreator_feature_psi gauge\n");
      columns.stream()
          .filter(column -> column.total() >= LEAST_ROWS)
          .sorted(Comparator.comparingDouble(column -> -column.index()))
          .limit(MOST_LABELS)
          .forEach(column -> line(out, "feature", column.name(), column.index()));
      ServingMetrics.gauge(out, "nncreator_prediction_psi", "", told.index());
      if (!classes.isEmpty()) {
        out.append("# TYPE nncreator_prediction_class_psi gauge\n");
        for (int c = 0; c < Math.min(MOST_LABELS, classes.size()); c++) {
          line(out, "prediction_class", classes.get(c), told.term(c));
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private static void line(StringBuilder out, String what, String value, double index) {
    String label = what.equals("feature") ? "feature" : "class";
    out.append("nncreator_").append(what).append("_psi{").append(label).append("=\"");
    out.append(ServingMetrics.label(value)).append("\"} ").append(index).append('\n');
  }
}
