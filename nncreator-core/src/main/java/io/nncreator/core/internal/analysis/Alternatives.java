// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Token;
import java.util.List;

/** Counts what a sentence lists to choose from: "sound, inner ring, outer ring or ball". */
final class Alternatives {
  /** From so many on it is a list. */
  static final int LIST = 3;

  /** Longer pieces between commas are clauses. */
  private static final int LONGEST_ITEM = 3;

  private Alternatives() {}

  /** Returns the length of the longest list that ends with "or"; 0 if there is none. */
  static long count(Sentence sentence, List<Role> roles) {
    long most = 0;
    for (int i = 0; i < sentence.tokens().size(); i++) {
      if (sentence.tokenIs(i, "either")
          && roles.get(i).weight() > 0
          && shortAfter(sentence, i + 1)) {
        most = Math.max(most, before(sentence, i) + 1);
      }
    }
    return most < LIST ? 0 : most;
  }

  /** Counts the items before "or": short pieces between commas. */
  private static int before(Sentence sentence, int or) {
    int items = 0;
    int words = 0;
    for (int i = or - 1; i >= 0; i--) {
      Token token = sentence.tokens().get(i);
      if (token.word()) {
        words++;
        if (words > LONGEST_ITEM) {
          // The first item follows its verb without a mark.
          return items + 1;
        }
      } else if (token.mark(",")) {
        items += words > 0 ? 1 : 0;
        words = 0;
      } else {
        break;
      }
    }
    return items + (words > 0 ? 1 : 0);
  }

  private static boolean shortAfter(Sentence sentence, int start) {
    int end = start;
    while (end < sentence.tokens().size() && sentence.tokens().get(end).word()) {
      end++;
    }
    return end > start && end - start <= LONGEST_ITEM + 1;
  }
}
