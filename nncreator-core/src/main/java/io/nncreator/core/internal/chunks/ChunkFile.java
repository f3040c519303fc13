// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.chunks;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.StoreException;
import io.nncreator.api.training.RowChunks;
import io.nncreator.api.training.TrainingRows;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Chunks of encoded rows in a file, which is gone when it is closed. Thread-safe.
 *
 * <p>The file has no name while it is used, or is deleted by the system when its last user ends, so
 * that not even a killed process leaves it behind.
 */
public final class ChunkFile implements RowChunks, AutoCloseable {
  private static final int PORTION = 1 << 20;

  private final FileChannel channel;
  private final RowForm form;
  private final int capacity;
  private final int[] counts;

  /**
   * Creates chunks of rows that were written.
   *
   * @param capacity rows for which each chunk has room in the file
   * @param counts rows of each chunk
   */
  ChunkFile(FileChannel channel, RowForm form, int capacity, int[] counts) {
    this.channel = channel;
    this.form = form;
    this.capacity = capacity;
    this.counts = counts.clone();
  }

  @Override
  public int count() {
    return counts.length;
  }

  @Override
  public int rows(int chunk) {
    return counts[chunk];
  }

  @Override
  public TrainingRows read(int chunk) {
    int size = counts[chunk] * form.bytes();
    ByteBuffer rows = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    long start = (long) chunk * capacity * form.bytes();
    try {
      while (rows.hasRemaining()) {
        // The system's buffer for a portion stays small, whatever the size of a chunk.
        rows.limit(Math.min(size, rows.position() + PORTION));
        if (channel.read(rows, start + rows.position()) < 0) {
          throw new EOFException("the file is shorter than it was");
        }
        rows.limit(size);
      }
    } catch (IOException e) {
      throw new StoreException(
          ErrorCode.WORKSPACE_UNUSABLE,
          "The encoded rows cannot be read back from the workspace ("
              + e.getMessage()
              + "). Maybe the disk is at fault.",
          e);
    }
    return form.read(rows.flip(), counts[chunk]);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreException(
          ErrorCode.WORKSPACE_UNUSABLE,
          "The file of encoded rows cannot be closed (" + e.getMessage() + ").",
          e);
    }
  }
}
