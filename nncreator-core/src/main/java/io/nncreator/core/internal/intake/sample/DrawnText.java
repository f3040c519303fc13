// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

import io.nncreator.core.internal.intake.sample.BlockScan.Found;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** The rows that were drawn from a text, as they stand in it. */
public final class DrawnText {
  private final List<Found> blocks;
  private final long rows;

  DrawnText(List<Found> blocks) {
    this.blocks = blocks;
    this.rows = blocks.stream().mapToLong(Found::rows).sum();
  }

  /** Returns the number of rows in the whole text. */
  long rows() {
    return rows;
  }

  /**
   * Rows that stand one after the other.
   *
   * @param plain whether they are ASCII without quotes and carriage returns, one to a line
   * @param bytes all of them
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Piece(boolean plain, byte[] bytes) {}

  /** Returns the drawn rows. */
  public List<Piece> pieces() {
    return blocks.stream().map(found -> new Piece(found.plain(), found.picked().bytes())).toList();
  }

  /** Returns the number of drawn rows. */
  public int size() {
    return blocks.stream().mapToInt(found -> found.picked().rows().length).sum();
  }

  /** Returns which rows were drawn. */
  public RowSample sample() {
    long[] numbers = new long[size()];
    MessageDigest digest = BlockScan.sha256();
    long first = 0;
    int at = 0;
    for (Found found : blocks) {
      for (int row : found.picked().rows()) {
        numbers[at++] = first + row;
      }
      first += found.rows();
      digest.update(found.digest());
    }
    return new RowSample(rows, numbers, HexFormat.of().formatHex(digest.digest()));
  }
}
