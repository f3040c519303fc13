// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import java.io.IOException;
import java.io.OutputStream;

/** Counts the bytes that go by; closing it leaves the stream behind it open. */
final class CountingStream extends OutputStream {
  private final OutputStream out;
  private long count;

  CountingStream(OutputStream out) {
    this.out = out;
  }

  long count() {
    return count;
  }

  @Override
  public void write(int value) throws IOException {
    out.write(value);
    count++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    count += length;
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
