// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.core.internal.intake.sample.ByteWords;
import java.util.Arrays;

/** A growing list of the places where cells end. */
final class CellEnds {
  private static final long LINE_ENDS = ByteWords.of((byte) '\n');

  private int[] places = new int[256];
  private int size;

  int size() {
    return size;
  }

  int get(int cell) {
    return places[cell];
  }

  void clear() {
    size = 0;
  }

  void add(int place) {
    reserve();
    places[size++] = place;
  }

  /**
   * Adds where delimiters and ends of lines stand in ASCII.
   *
   * @param offset place of the first byte
   */
  void addSeparators(byte[] text, byte delimiter, int offset) {
    long delimiters = ByteWords.of(delimiter);
    int at = 0;
    for (; at <= text.length - ByteWords.SIZE; at += ByteWords.SIZE) {
      long word = ByteWords.at(text, at);
      long found = ByteWords.sameAscii(word, delimiters) | ByteWords.sameAscii(word, LINE_ENDS);
      reserve();
      while (found != 0) {
        places[size++] = offset + at + (Long.numberOfTrailingZeros(found) >>> 3);
        found &= found - 1;
      }
    }
    for (; at < text.length; at++) {
      if (text[at] == delimiter || text[at] == '\n') {
        add(offset + at);
      }
    }
  }

  /** Makes room for all places of a word. */
  private void reserve() {
    if (size + ByteWords.SIZE > places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
  }
}
