// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.engine;

import java.util.ArrayList;
import java.util.List;

/** Adds up how much of the planned trainings is done. Thread-safe. */
final class WorkMeter {
  private final List<Task> tasks = new ArrayList<>();
  private int expected;

  synchronized void expect(int trainings) {
    expected = trainings;
  }

  synchronized Task task() {
    Task task = new Task();
    tasks.add(task);
    return task;
  }

  /** Returns the share of all trainings that is done, 0 to 1; 0 before any is known. */
  synchronized double fraction() {
    double sum = 0;
    for (Task task : tasks) {
      sum += task.share;
    }
    return expected == 0 ? 0 : Math.min(1, sum / expected);
  }

  /** One training. */
  static final class Task {
    private volatile double share;

    private Task() {}

    void done(double fraction) {
      share = Math.max(share, Math.min(1, fraction));
    }
  }
}
