// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

/** A piece of a text that holds whole lines. Its buffer is used again for later pieces. */
final class Block {
  private byte[] bytes = new byte[BlockCutter.USUAL];
  private int length;
  private int index;

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

  /** Takes a buffer in exchange for the one it had. */
  byte[] exchange(byte[] content, int end, int place) {
    byte[] old = bytes;
    bytes = content;
    length = end;
    index = place;
    return old;
  }
}
