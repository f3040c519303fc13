// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.json;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The known name that a mistyped one probably means. */
public final class Nearest {
  private static final int LONGEST = 100;

  private Nearest() {}

  /**
   * Returns the known name with the smallest edit distance (Levenshtein, case ignored), or null if
   * none is within a third of the name's length.
   */
  public static @Nullable String to(String name, Collection<String> known) {
    if (name.length() > LONGEST) {
      return null;
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    int best = Math.max(1, name.length() / 3) + 1;
    String found = null;
    for (String candidate : known) {
      if (candidate.length() <= LONGEST) {
        int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
        if (distance < best) {
          best = distance;
          found = candidate;
        }
      }
    }
    return found;
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
