// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Moves bytes from one connection to another until the first ends. */
final class Pipe implements CompletionHandler<Integer, Boolean> {
  private static final int BUFFER_BYTES = 16 * 1024;

  private final AsynchronousSocketChannel from;
  private final AsynchronousSocketChannel to;
  private final AtomicInteger directions;
  private final Runnable end;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  private Pipe(
      AsynchronousSocketChannel from,
      AsynchronousSocketChannel to,
      AtomicInteger directions,
      Runnable end) {
    this.from = from;
    this.to = to;
    this.directions = directions;
    this.end = end;
  }

  /** Moves bytes both ways; closes both connections when both ways have ended or one has failed. */
  static void join(AsynchronousSocketChannel one, AsynchronousSocketChannel other, Runnable end) {
    AtomicInteger directions = new AtomicInteger(2);
    new Pipe(one, other, directions, end).read();
    new Pipe(other, one, directions, end).read();
  }

  private void read() {
    buffer.clear();
    from.read(buffer, true, this);
  }

  @Override
  public void completed(Integer bytes, Boolean wasRead) {
    try {
      if (bytes < 0) {
        finish();
      } else if (wasRead) {
        to.write(buffer.flip(), false, this);
      } else if (buffer.hasRemaining()) {
        to.write(buffer, false, this);
      } else {
        read();
      }
    } catch (RuntimeException e) {
      abort();
    }
  }

  @Override
  public void failed(@Nullable Throwable reason, Boolean wasRead) {
    abort();
  }

  /** One way is done; an answer may still be under way on the other. */
  private void finish() {
    if (directions.decrementAndGet() == 0) {
      abort();
      return;
    }
    try {
      to.shutdownOutput();
    } catch (IOException | RuntimeException e) {
      abort();
    }
  }

  private void abort() {
    close(from);
    close(to);
    end.run();
  }

  static void close(AsynchronousSocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing is left to be lost.
      return;
    }
  }
}
