// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at once. */
public final class ByteWords {
  /** Bytes of a word. */
  public static final int SIZE = Long.BYTES;

  /** The highest bit of each byte. */
  static final long HIGH = 0x8080_8080_8080_8080L;

  private static final long LOW_BITS = ~HIGH;
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private ByteWords() {}

  /** Returns the bytes from a place on, the first one lowest. */
  public static long at(byte[] bytes, int place) {
    return (long) WORDS.get(bytes, place);
  }

  /** Returns a word of eight times the same byte. */
  public static long of(byte symbol) {
    return (symbol & 0xFF) * ONES;
  }

  /** Returns a word with the highest bit of each byte that is the same in both (Warren 2012). */
  static long same(long word, long symbols) {
    long other = word ^ symbols;
    return ~(((other & LOW_BITS) + LOW_BITS) | other | LOW_BITS);
  }

  /**
   * Returns a word with the highest bit of each byte that is the same in both, which hold nothing
   * but ASCII.
   */
  public static long sameAscii(long word, long symbols) {
    return ~((word ^ symbols) + LOW_BITS) & HIGH;
  }

  /** Returns how often a byte stands in a part of some. */
  static int count(byte[] bytes, int from, int to, byte symbol) {
    long symbols = of(symbol);
    int count = 0;
    int at = from;
    for (; at <= to - SIZE; at += SIZE) {
      count += Long.bitCount(same(at(bytes, at), symbols));
    }
    for (; at < to; at++) {
      count += bytes[at] == symbol ? 1 : 0;
    }
    return count;
  }
}
