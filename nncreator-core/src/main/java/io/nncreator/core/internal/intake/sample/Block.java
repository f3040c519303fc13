// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

/** A piece of a text that holds whole lines. Its buffer is used again for later pieces. */
final class Block {
  private byte[] bytes = new byte[BlockCutter.USUAL];
  private int length;
  private int index;
  private int quotes;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Returns the place of this piece among all, from 0. */
  int index() {
    return index;
  }

  /** Returns how often the character for quotes stands in it. */
  int quotes() {
    return quotes;
  }

  /** Takes a buffer in exchange for the one it had. */
  byte[] exchange(byte[] content, int end, int place, int quotesInside) {
    byte[] old = bytes;
    bytes = content;
    length = end;
    index = place;
    quotes = quotesInside;
    return old;
  }
}
