// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Tells what a misspelt name was meant to be. */
public final class Spelling {
  private Spelling() {}

  /** Returns the candidate that differs least, if it differs by at most a third of its letters. */
  public static Optional<String> nearest(String name, Collection<String> candidates) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .filter(
            candidate ->
                distance(wanted, candidate.toLowerCase(Locale.ROOT)) * 3
                    <= Math.max(wanted.length(), candidate.length()))
        .min(Comparator.comparingInt(each -> distance(wanted, each.toLowerCase(Locale.ROOT))));
  }

  /**
   * Returns the number of letters to insert, delete, change or swap with their neighbour (optimal
   * string alignment, Damerau 1964). Only the first 64 letters count.
   */
  public static int distance(String first, String second) {
    String a = first.substring(0, Math.min(64, first.length()));
    String b = second.substring(0, Math.min(64, second.length()));
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        least = Math.min(least, cost[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[a.length()][b.length()];
  }
}
