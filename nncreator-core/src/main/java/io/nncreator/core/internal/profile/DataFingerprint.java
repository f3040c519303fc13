// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of what a table says: names, types and cells in order. The same table has the same
 * fingerprint whatever kind of file it came from.
 */
public final class DataFingerprint {
  private static final String FORM = "nncreator-table-1";
  private static final int MISSING = -1;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  private DataFingerprint() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must have SHA-256.", e);
    }
  }

  /** Returns 64 hexadecimal digits. */
  public static String of(Dataset dataset) {
    return new DataFingerprint().read(dataset);
  }

  private String read(Dataset dataset) {
    text(FORM);
    number(dataset.rows());
    for (Column column : dataset.columns()) {
      text(column.name());
      if (column instanceof Column.Numbers numbers) {
        text(numbers.type().name());
        for (double cell : numbers.cells()) {
          // One form for both zeros and for all NaNs.
          number(Double.doubleToLongBits(cell + 0.0));
        }
      } else {
        text("TEXT");
        for (@Nullable String cell : ((Column.Texts) column).cells()) {
          if (cell == null) {
            number(MISSING);
          } else {
            text(cell);
          }
        }
      }
    }
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    if (bytes.length <= buffer.remaining()) {
      buffer.put(bytes);
    } else {
      flush();
      digest.update(bytes);
    }
  }

  private void number(long value) {
    if (buffer.remaining() < Long.BYTES) {
      flush();
    }
    buffer.putLong(value);
  }

  private void flush() {
    digest.update(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
