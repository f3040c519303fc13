// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.core.internal.intake.Shown;
import java.util.List;
import java.util.regex.Pattern;

/** Profiles a column of texts. */
final class TextsProfiler {
  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-?\\p{XDigit}{4}){3}-?\\p{XDigit}{12}");
  private static final double MOSTLY = 0.98;
  private static final double ONE_WORD = 1.05;

  private final Column.Texts column;
  private final LevelCounts levels;
  private final Extent extent;
  private final long present;
  private final long distinct;
  private final long missing;
  private final double words;
  private final boolean uuids;

  TextsProfiler(Column.Texts column, Extent extent) {
    this.column = column;
    this.extent = extent;
    this.levels = new LevelCounts(column);
    this.present = extent.rows(levels.present());
    this.distinct = extent.distinct(levels.present(), levels.distinct(), levels.once());
    this.missing = extent.rows(column.size() - levels.present());
    long wordCount = 0;
    long uuidCount = 0;
    for (String value : levels.values()) {
      wordCount += words(value);
      uuidCount += UUID.matcher(value).matches() ? 1 : 0;
    }
    this.words = levels.distinct() == 0 ? 0 : (double) wordCount / levels.distinct();
    this.uuids = levels.distinct() > 1 && uuidCount >= MOSTLY * levels.distinct();
  }

  ColumnProfile profile() {
    if (present == 0) {
      return of(ColumnKind.CONSTANT, "Every cell is missing.");
    }
    if (distinct == 1 && missing == 0) {
      String value = Shown.of(levels.values().iterator().next());
      return of(ColumnKind.CONSTANT, "Every cell is (" + value + ").");
    }
    boolean unique = KindRules.unique(present, distinct);
    if (unique && identifies()) {
      return of(
          ColumnKind.IDENTIFIER,
          Share.of(distinct, present) + " values are different, and " + why() + ".");
    }
    if (KindRules.groups(column.name(), present, distinct)) {
      return of(
          ColumnKind.IDENTIFIER,
          "It is named like an identifier, and its "
              + distinct
              + " values stand "
              + Share.number((double) present / distinct)
              + " times on average: it names groups of rows.");
    }
    if (words >= KindRules.TEXT_WORDS && free()) {
      return of(
          ColumnKind.TEXT,
          "The cells have "
              + Share.number(words)
              + " words on average, and "
              + Share.of(distinct, present)
              + " are different.");
    }
    return of(ColumnKind.CATEGORY, category());
  }

  private boolean free() {
    return distinct > KindRules.MANY_LEVELS
        ? distinct >= KindRules.TEXT_DISTINCT * present
        : distinct >= KindRules.UNIQUE * present;
  }

  private boolean identifies() {
    return Naming.identifier(column.name()) || uuids || words <= ONE_WORD;
  }

  private String why() {
    if (uuids) {
      return "they are UUIDs";
    }
    return Naming.identifier(column.name())
        ? "the column is named like an identifier"
        : "each is one word";
  }

  private String category() {
    String most = Shown.of(levels.top(extent).get(0).value());
    return distinct == 1
        ? "The cells are (" + most + ") or missing."
        : distinct
            + " different texts in "
            + present
            + " cells, the most frequent one ("
            + most
            + ").";
  }

  private ColumnProfile of(ColumnKind kind, String reason) {
    return new ColumnProfile(
        column.name(),
        kind,
        reason,
        missing,
        distinct,
        null,
        kind == ColumnKind.TEXT ? List.of() : levels.top(extent));
  }

  private static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean blank = Character.isWhitespace(text.charAt(i));
      words += !blank && !inside ? 1 : 0;
      inside = !blank;
    }
    return words;
  }
}
