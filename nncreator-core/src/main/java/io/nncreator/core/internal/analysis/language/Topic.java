// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.util.List;

/**
 * A place in a text that speaks of something the vocabulary knows.
 *
 * @param key what it speaks of: family, dot, name
 * @param start index of its first token
 * @param end index after its last token
 */
public record Topic(String key, int start, int end) {
  /** Returns the part of the key before the first dot. */
  public String family() {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }

  /** Returns the part of the key after the first dot. */
  public String name() {
    return key.substring(key.indexOf('.') + 1);
  }

  /**
   * Returns whether a longer entry of the same family means it; longer meanings leave shorter ones:
   * "cost of delivery" is a cost.
   */
  boolean shadowedBy(List<Topic> others) {
    return others.stream()
        .anyMatch(
            other ->
                other.family().equals(family())
                    && !key.startsWith("concept.")
                    && other.start <= start
                    && other.end >= end
                    && other.end - other.start > end - start);
  }
}
