// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /** Returns the candidate with the fewest differing letters, if these are at most a third. */
  public static Optional<String> to(String typed, Collection<String> candidates) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(wanted, candidate)))
        .filter(best -> distance(wanted, best) <= Math.max(1, Math.max(typed.length(), 3) / 3));
  }

  /** Edits between two words, neighbours that changed places counted as one. */
  private static int distance(String wanted, String candidate) {
    String other = candidate.toLowerCase(Locale.ROOT);
    int[][] edits = new int[wanted.length() + 1][other.length() + 1];
    for (int i = 0; i <= wanted.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int same = wanted.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
        edits[i][j] = Math.min(least, edits[i - 1][j - 1] + same);
        boolean swapped =
            i > 1
                && j > 1
                && wanted.charAt(i - 1) == other.charAt(j - 2)
                && wanted.charAt(i - 2) == other.charAt(j - 1);
        if (swapped) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[wanted.length()][other.length()];
  }
}
