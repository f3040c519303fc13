// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a text into pieces behind ends of lines that lie outside quotes, if quotes stand in pairs.
 * Whether they do is for the scan of each piece to find out. Not thread-safe.
 */
final class BlockCutter {
  /** Bytes of a usual piece. */
  static final int USUAL = 1 << 20;

  private static final int MOST = 1 << 27;

  /**
   * Bytes asked for at once: what the system hands over is still in the cache when it is copied.
   */
  private static final int PORTION = 1 << 17;

  private final InputStream in;
  private final byte quote;
  private final boolean counting;
  private byte[] buffer = new byte[USUAL];
  private byte[] rest = new byte[0];
  private boolean end;
  private int index;

  /**
   * Creates a cutter.
   *
   * @param counting whether quotes are counted; without, each piece is cut behind the last end of a
   *     line, which is the same place unless an odd number of quotes is before it
   */
  BlockCutter(InputStream in, byte quote, boolean counting) {
    this.in = in;
    this.quote = quote;
    this.counting = counting;
  }

  /** Fills a block with the next piece; returns whether there was one. */
  boolean fill(Block block) throws IOException {
    int size = rest.length;
    buffer = size > buffer.length ? new byte[size] : buffer;
    System.arraycopy(rest, 0, buffer, 0, size);
    int cut = 0;
    while (cut == 0 && !end) {
      if (size == buffer.length) {
        if (size >= MOST) {
          throw new UnusualTextException();
        }
        buffer = Arrays.copyOf(buffer, size * 2);
      }
      size = read(size);
      cut = end ? size : cut(size);
    }
    if (cut == 0) {
      return false;
    }
    rest = Arrays.copyOfRange(buffer, cut, size);
    buffer = block.exchange(buffer, cut, index++);
    return true;
  }

  /** Fills the buffer from a place on, as far as there is text; returns where that ends. */
  private int read(int from) throws IOException {
    int size = from;
    while (size < buffer.length && !end) {
      int wanted = Math.min(PORTION, buffer.length - size);
      int read = in.readNBytes(buffer, size, wanted);
      end = read < wanted;
      size += read;
    }
    return size;
  }

  /** Returns where to cut, or 0 if no line ends outside quotes. */
  private int cut(int size) {
    int before = counting ? ByteWords.count(buffer, 0, size, quote) : 0;
    for (int at = size - 1; at >= 0; at--) {
      if (counting && buffer[at] == quote) {
        before--;
      } else if (buffer[at] == '\n' && (before & 1) == 0) {
        return at + 1;
      }
    }
    return 0;
  }
}
