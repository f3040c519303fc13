// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.internal.rows;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.PredictionException;
import io.nncreator.runtime.json.Excerpt;
import io.nncreator.runtime.json.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns of a network among given names: exactly, or else with case, blanks and
 * punctuation ignored where that leaves no choice.
 */
public final class ColumnNames {
  private static final int SHOWN = 20;

  private final Map<String, Integer> uses = new HashMap<>();

  /** Takes the names of all columns of a network. */
  public ColumnNames(Collection<String> wanted) {
    wanted.forEach(name -> uses.merge(loose(name), 1, Integer::sum));
  }

  /**
   * Returns the given name that stands for a wanted one, or null if there is none or more than one.
   */
  public @Nullable String find(String wanted, Collection<String> given) {
    if (given.contains(wanted)) {
      return wanted;
    }
    String form = loose(wanted);
    if (form.isEmpty() || uses.getOrDefault(form, 0) > 1) {
      return null;
    }
    String found = null;
    for (String name : given) {
      if (name != null && loose(name).equals(form)) {
        if (found != null) {
          return null;
        }
        found = name;
      }
    }
    return found;
  }

  /**
   * Returns the given name that stands for a wanted one.
   *
   * @param where "row 3", or the name of a table
   * @throws PredictionException with {@link ErrorCode#ROW_COLUMN_MISSING}
   */
  public String require(String wanted, Collection<String> given, String where) {
    String found = find(wanted, given);
    if (found != null) {
      return found;
    }
    String near = Nearest.to(wanted, given);
    throw new PredictionException(
        ErrorCode.ROW_COLUMN_MISSING,
        "The column ("
            + Excerpt.of(wanted)
            + ") is not in "
            + where
            + " (columns: "
            + shown(given)
            + "). Maybe "
            + (near == null
                ? "add it; a null says that its value is unknown."
                : "(" + Excerpt.of(near) + ") is meant: give it the name of the column."),
        null);
  }

  /** Returns a name without case, blanks and punctuation. */
  static String loose(String name) {
    StringBuilder letters = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static String shown(Collection<String> given) {
    List<String> names = new ArrayList<>();
    for (String name : given) {
      if (names.size() == SHOWN) {
        names.add("..");
        break;
      }
      names.add(Excerpt.of(name));
    }
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
