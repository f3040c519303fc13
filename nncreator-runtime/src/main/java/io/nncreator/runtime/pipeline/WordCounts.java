// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.runtime.pipeline.Encoding.TextWords.Word;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often known words stand in a text, as {@link Encoding.TextWords} says. Immutable. */
public final class WordCounts implements TextCodes {
  private final List<Word> words;
  private final Map<String, Integer> places = new HashMap<>();

  /** Counts words in their order. */
  public WordCounts(List<Word> words) {
    this.words = List.copyOf(words);
    for (int i = 0; i < words.size(); i++) {
      for (String form : words.get(i).forms()) {
        places.put(form, i);
      }
    }
  }

  /** Returns the words that are counted. */
  public List<Word> words() {
    return words;
  }

  @Override
  public int width() {
    return words.size();
  }

  @Override
  public void write(@Nullable String text, long[] codes) {
    Arrays.fill(codes, 0, words.size(), 0);
    if (text == null) {
      return;
    }
    int start = 0;
    while (start < text.length()) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      if (end > start) {
        Integer place = places.get(text.substring(start, end));
        if (place != null) {
          codes[place]++;
        }
      }
      start = end + 1;
    }
  }
}
