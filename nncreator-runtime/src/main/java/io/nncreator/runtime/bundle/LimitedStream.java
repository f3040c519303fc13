// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import java.io.IOException;
import java.io.InputStream;

/** Ends after a number of bytes, whatever follows. */
final class LimitedStream extends InputStream {
  private final InputStream in;
  private long left;

  LimitedStream(InputStream in, long limit) {
    this.in = in;
    this.left = limit;
  }

  /** Returns how many bytes may still come. */
  long left() {
    return left;
  }

  @Override
  public int read() throws IOException {
    int value = left > 0 ? in.read() : -1;
    left -= value >= 0 ? 1 : 0;
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left <= 0 && length > 0) {
      return -1;
    }
    int count = in.read(bytes, offset, (int) Math.min(length, left));
    left -= Math.max(count, 0);
    return count;
  }
}
