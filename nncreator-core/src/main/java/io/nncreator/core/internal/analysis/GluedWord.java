// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Lexicon;
import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Tokenizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits names written without any gap, such as {@code passengerclass}, into known words. */
final class GluedWord {
  private static final int SHORTEST_NAME = 7;
  private static final int LONGEST_NAME = 40;
  private static final int SHORTEST_PART = 3;

  private GluedWord() {}

  /** Returns the parts with the fewest cuts, or the word itself if it has no known parts. */
  static List<Token> split(Token word, Lexicon lexicon, String language) {
    String text = word.text();
    if (text.length() < SHORTEST_NAME || text.length() > LONGEST_NAME || lexicon.knows(text)) {
      return List.of(word);
    }
    @Nullable String[] best = new @Nullable String[text.length() + 1];
    best[0] = "";
    for (int end = SHORTEST_PART; end <= text.length(); end++) {
      for (int start = 0; start <= end - SHORTEST_PART; start++) {
        String before = best[start];
        if (before != null && known(text.substring(start, end), lexicon)) {
          String parts = before + " " + text.substring(start, end);
          String old = best[end];
          best[end] = old == null || cuts(parts) < cuts(old) ? parts : old;
        }
      }
    }
    String parts = best[text.length()];
    return parts == null ? List.of(word) : Tokenizer.tokens(parts.strip(), language);
  }

  private static boolean known(String part, Lexicon lexicon) {
    return lexicon.knows(part)
        || (part.endsWith("s") && lexicon.knows(part.substring(0, part.length() - 1)));
  }

  private static long cuts(String parts) {
    return parts.chars().filter(c -> c == ' ').count();
  }
}
