// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.chunks;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.StoreException;
import io.nncreator.api.training.TrainingRows;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Deals rows out to chunks like cards: of as many neighbouring rows as there are chunks each gets
 * one, in random order. So each chunk is a random part of all rows, even of sorted ones, and all
 * are of one size. Not thread-safe.
 */
final class ChunkWriter {
  /** Bytes of all buffers together. */
  private static final int BUFFERED = 32 << 20;

  /** Bytes of a chunk. */
  private static final int CHUNK = 16 << 20;

  private final FileChannel channel;
  private final RowForm form;
  private final SplittableRandom random;
  private final int capacity;
  private final ByteBuffer[] buffers;
  private final int[] counts;
  private final int[] deal;
  private int dealt;

  /**
   * Creates a writer.
   *
   * @param most rows that will come
   * @param chunkRows most rows of a chunk
   */
  ChunkWriter(FileChannel channel, RowForm form, long most, int chunkRows, long seed) {
    this.channel = channel;
    this.form = form;
    this.random = new SplittableRandom(seed);
    int rows = Math.max(1, Math.min(chunkRows, CHUNK / form.bytes()));
    int chunks = Math.toIntExact(Math.max(1, (most + rows - 1) / rows));
    this.capacity = (int) Math.max(1, (most + chunks - 1) / chunks);
    this.buffers = new ByteBuffer[chunks];
    int buffered = Math.max(1, Math.min(capacity, BUFFERED / chunks / form.bytes()));
    for (int chunk = 0; chunk < chunks; chunk++) {
      buffers[chunk] = ByteBuffer.allocate(buffered * form.bytes()).order(ByteOrder.nativeOrder());
    }
    this.counts = new int[chunks];
    this.deal = new int[chunks];
    this.dealt = chunks;
  }

  /** Returns the bytes that the file may take. */
  long size() {
    return (long) buffers.length * capacity * form.bytes();
  }

  /** Takes rows. */
  void add(TrainingRows rows) {
    for (int row = 0; row < rows.rows(); row++) {
      if (dealt == deal.length) {
        shuffle();
      }
      int chunk = deal[dealt++];
      ByteBuffer buffer = buffers[chunk];
      form.write(rows, row, buffer);
      counts[chunk]++;
      if (!buffer.hasRemaining()) {
        flush(chunk);
      }
    }
  }

  /** Writes what is left, and returns the chunks that have rows; there must be some. */
  ChunkFile finish() {
    for (int chunk = 0; chunk < buffers.length; chunk++) {
      flush(chunk);
    }
    int filled = 0;
    while (filled < counts.length && counts[filled] > 0) {
      filled++;
    }
    return new ChunkFile(channel, form, capacity, Arrays.copyOf(counts, filled));
  }

  private void flush(int chunk) {
    ByteBuffer buffer = buffers[chunk].flip();
    long rows = (long) chunk * capacity + counts[chunk];
    long place = rows * form.bytes() - buffer.limit();
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer, place + buffer.position());
      }
    } catch (IOException e) {
      throw unwritable(size(), e);
    }
    buffer.clear();
  }

  static StoreException unwritable(long size, IOException cause) {
    return new StoreException(
        ErrorCode.WORKSPACE_UNUSABLE,
        "The encoded rows ("
            + ((size >> 20) + 1)
            + " MiB) cannot be written to the workspace ("
            + cause.getMessage()
            + "). Maybe make room on its disk, or choose another one with .workspace(path).",
        cause);
  }

  /** The first round goes in order, so that chunks without rows are the last ones. */
  private void shuffle() {
    boolean first = counts[0] == 0;
    for (int i = 0; i < deal.length; i++) {
      deal[i] = i;
    }
    for (int i = deal.length - 1; i > 0 && !first; i--) {
      int j = random.nextInt(i + 1);
      int chunk = deal[i];
      deal[i] = deal[j];
      deal[j] = chunk;
    }
    dealt = 0;
  }
}
