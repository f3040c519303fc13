// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.report;

import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.cli.text.Display;
import io.nncreator.cli.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a task was understood, each part with its reason. */
public final class TaskText {
  private TaskText() {}

  /** Returns the lines of the section. */
  public static List<String> of(TaskSpec task) {
    Table table = new Table();
    row(table, "target", task.target());
    row(table, "task", task.objective());
    row(table, "metric", task.metric());
    row(table, "split", task.split());
    row(table, "positive", task.positiveClass());
    row(table, "groups", task.groupColumn());
    row(table, "time", task.timeColumn());
    task.excluded().forEach(column -> row(table, "left out", column));
    List<String> lines = new ArrayList<>();
    lines.add("Understood");
    lines.addAll(table.lines());
    task.questions().forEach(question -> lines.add("  ? " + Display.safe(question)));
    return lines;
  }

  private static void row(Table table, String name, @Nullable Inferred<?> inferred) {
    if (inferred != null) {
      table.row(name, word(inferred.value()), inferred.reason());
    }
  }

  /** Returns constants in lower case, everything else as it is. */
  private static String word(Object value) {
    return value instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT)
        : value.toString();
  }
}
