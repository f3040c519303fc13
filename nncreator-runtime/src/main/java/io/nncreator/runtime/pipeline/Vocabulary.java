// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes of a category's texts, as laid down in {@link Encoding}. Immutable. */
public final class Vocabulary implements TextCodes {
  private final List<String> levels;
  private final Map<String, Long> codes = new HashMap<>();

  /** Numbers the levels in their order. */
  public Vocabulary(List<String> levels) {
    this.levels = List.copyOf(levels);
    for (int i = 0; i < levels.size(); i++) {
      codes.put(levels.get(i), Encoding.FIRST_LEVEL_CODE + i);
    }
  }

  /** Returns the known texts. */
  public List<String> levels() {
    return levels;
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public void write(@Nullable String text, long[] into) {
    into[0] = code(text);
  }

  /** Returns the code of a text; null and empty are missing. */
  public long code(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Encoding.MISSING_CODE;
    }
    Long code = codes.get(text);
    return code == null ? Encoding.UNKNOWN_CODE : code;
  }
}
