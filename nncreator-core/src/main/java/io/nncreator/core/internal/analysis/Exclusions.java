// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.TaskException;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.core.internal.analysis.language.CleanText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which columns are left out: by setting, by the sentence, or because they cannot help. */
final class Exclusions {
  private final Reading reading;
  private final TaskSettings settings;
  private final Collection<String> targets;

  Exclusions(Reading reading, TaskSettings settings, Collection<String> targets) {
    this.reading = reading;
    this.settings = settings;
    this.targets = List.copyOf(targets);
  }

  /**
   * Returns the columns to leave out, in their order.
   *
   * @param group column whose values keep rows together, or null; it is no feature
   * @throws TaskException if the target itself is set to be left out
   * @throws io.nncreator.api.error.DataException if a column to leave out does not exist
   */
  List<Inferred<String>> find(@Nullable Inferred<String> group) {
    for (String name : settings.excluded()) {
      new ColumnLookup(reading.profile()).require(name, "The column to leave out");
      if (targets.contains(name)) {
        throw new TaskException(
            ErrorCode.TASK_CONFLICT,
            "The column ("
                + CleanText.label(name)
                + ") is the target and set to be left out. Maybe remove one of the settings.");
      }
    }
    List<Inferred<String>> found = new ArrayList<>();
    for (int i = 0; i < reading.profile().columns().size(); i++) {
      ColumnProfile column = reading.column(i);
      Inferred<String> one = targets.contains(column.name()) ? null : exclusion(i, column, group);
      if (one != null) {
        found.add(one);
      }
    }
    return found;
  }

  private @Nullable Inferred<String> exclusion(
      int index, ColumnProfile column, @Nullable Inferred<String> group) {
    if (settings.excluded().contains(column.name())) {
      return Inferred.explicit(column.name());
    }
    for (Mention mention : reading.mentionsOf(index)) {
      if (mention.role() == Role.EXCLUDED && reading.leavesOut(index)) {
        String said = "the sentence says to leave out '" + reading.words(mention) + "'";
        return new Inferred<>(column.name(), 0.9, Origin.SENTENCE, said);
      }
    }
    if (group != null && group.value().equals(column.name())) {
      return data(column, "it only tells which rows belong together");
    }
    return switch (column.kind()) {
      case IDENTIFIER -> data(column, "it only names the rows");
      case CONSTANT -> data(column, "it is the same in all rows");
      case NUMBER ->
          UsualTargets.namesRows(reading, index)
                  && !reading.names().get(index).listedUnder("named.time")
              ? data(column, "its whole numbers only name the rows")
              : null;
      case BOOLEAN, CATEGORY, DATE_TIME, TEXT -> null;
    };
  }

  private static Inferred<String> data(ColumnProfile column, String fact) {
    String detail = CleanText.of(column.reason(), 200);
    String reason = detail.isEmpty() ? fact : fact + ": " + detail;
    return new Inferred<>(column.name(), 0.9, Origin.DATA, reason);
  }
}
