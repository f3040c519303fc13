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

  private final InputStream in;
  private final byte quote;
  private byte[] buffer = new byte[USUAL];
  private byte[] rest = new byte[0];
  private boolean end;
  private int index;

  BlockCutter(InputStream in, byte quote) {
    this.in = in;
    this.quote = quote;
  }

  /** Fills a block with the next piece; returns whether there was one. */
  boolean fill(Block block) throws IOException {
    int size = rest.length;
    buffer = size > buffer.length ? new byte[size] : buffer;
    System.arraycopy(rest, 0, buffer, 0, size);
    int cut = 0;
    int quotes = 0;
    while (cut == 0 && !end) {
      if (size == buffer.length) {
        if (size >= MOST) {
          throw new UnusualTextException();
        }
        buffer = Arrays.copyOf(buffer, size * 2);
      }
      int wanted = buffer.length - size;
      int read = in.readNBytes(buffer, size, wanted);
      end = read < wanted;
      size += read;
      quotes = ByteWords.count(buffer, 0, size, quote);
      cut = end ? size : cut(size, quotes);
    }
    if (cut == 0) {
      return false;
    }
    quotes = end ? quotes : quotes - ByteWords.count(buffer, cut, size, quote);
    rest = Arrays.copyOfRange(buffer, cut, size);
    buffer = block.exchange(buffer, cut, index++, quotes);
    return true;
  }

  /** Returns where to cut, or 0 if no line ends outside quotes. */
  private int cut(int size, int quotes) {
    int before = quotes;
    for (int at = size - 1; at >= 0; at--) {
      if (buffer[at] == quote) {
        before--;
      } else if (buffer[at] == '\n' && (before & 1) == 0) {
        return at + 1;
      }
    }
    return 0;
  }
}
