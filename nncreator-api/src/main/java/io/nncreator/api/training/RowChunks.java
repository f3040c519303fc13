// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

/**
 * Encoded rows beyond those in memory, in chunks of which a trainer holds one at a time. Each chunk
 * is a random part of all these rows, so that steps on one chunk are as good as steps on others.
 * Thread-safe: trainings that run at once read them at once.
 */
public interface RowChunks {
  /** Returns the number of chunks, at least one. */
  int count();

  /**
   * Returns the number of rows of a chunk, at least one.
   *
   * @param chunk from 0
   */
  int rows(int chunk);

  /**
   * Reads a chunk; it is the same at each reading.
   *
   * @param chunk from 0
   * @throws io.nncreator.api.error.StoreException if it cannot be read
   */
  TrainingRows read(int chunk);

  /** Returns the number of rows of all chunks. */
  default long rows() {
    long rows = 0;
    for (int chunk = 0; chunk < count(); chunk++) {
      rows += rows(chunk);
    }
    return rows;
  }
}
