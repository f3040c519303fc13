// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import org.jspecify.annotations.Nullable;

/** What a text becomes in the matrix of codes. Immutable. */
public sealed interface TextCodes permits Vocabulary, WordCounts {
  /** Returns how many codes stand for a text. */
  int width();

  /**
   * Writes the codes of a text; null and empty are missing.
   *
   * @param codes takes them, from its beginning
   */
  void write(@Nullable String text, long[] codes);
}
