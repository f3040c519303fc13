// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.DataProfile;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Spelling;
import java.util.List;
import java.util.stream.Collectors;

/** Finds columns that are named outright, and says it helpfully when there is no such column. */
final class ColumnLookup {
  private static final int MOST_LISTED = 12;

  private final DataProfile profile;

  ColumnLookup(DataProfile profile) {
    this.profile = profile;
  }

  /**
   * Returns the column of exactly this name.
   *
   * @param name wanted
   * @param where who names it, as the beginning of the message: "The target"
   * @throws DataException if there is none
   */
  ColumnProfile require(String name, String where) {
    return profile.column(name).orElseThrow(() -> unknown(name, where));
  }

  DataException unknown(String name, String where) {
    List<String> names = profile.columns().stream().map(ColumnProfile::name).toList();
    String remedy =
        Spelling.nearest(name, names)
            .map(near -> "Did you mean (" + CleanText.label(near) + ")?")
            .orElse("Maybe name one of these.");
    return new DataException(
        ErrorCode.DATA_COLUMN_UNKNOWN,
        where
            + " ("
            + CleanText.label(name)
            + ") is not in the data. Its columns are "
            + list(names)
            + ". "
            + remedy);
  }

  /** Lists names for a message. */
  static String list(List<String> names) {
    String shown =
        names.stream().limit(MOST_LISTED).map(CleanText::label).collect(Collectors.joining(", "));
    int more = names.size() - MOST_LISTED;
    return "(" + shown + (more > 0 ? ", .. and " + more + " more" : "") + ")";
  }
}
