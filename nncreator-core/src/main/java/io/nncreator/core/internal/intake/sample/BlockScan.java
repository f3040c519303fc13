// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

import io.nncreator.runtime.table.Layout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;

/** Looks at every byte of blocks. One thread uses it. */
final class BlockScan {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Layout layout;
  private final boolean strict;
  private final long seed;
  private final boolean paired;
  private final MessageDigest digest = sha256();
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final RowPicker picker = new RowPicker();
  private final CharBuffer decoded = CharBuffer.allocate(1 << 13);

  /**
   * Creates a scan.
   *
   * @param strict whether the text must be UTF-8
   * @param paired whether blocks are known to have quotes in pairs
   */
  BlockScan(Layout layout, boolean strict, long seed, boolean paired) {
    this.layout = layout;
    this.strict = strict;
    this.seed = seed;
    this.paired = paired;
  }

  /**
   * What a block holds.
   *
   * @param block its place
   * @param rows their number
   * @param plain whether it is ASCII without quotes and carriage returns
   * @param picked rows that may be drawn
   * @param digest of its bytes
   */
  record Found(int block, int rows, boolean plain, PickedRows picked, byte[] digest) {
    Found thinned(long bound) {
      return new Found(block, rows, plain, picked.thinned(bound), digest);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must have SHA-256.", e);
    }
  }

  /**
   * Counts the rows of a block and picks those with keys below a bound.
   *
   * @throws CharacterCodingException if it is not UTF-8 and must be
   * @throws UnusualTextException if a row has another number of cells than the first one, or the
   *     block does not end where a row does
   */
  Found scan(Block block, long bound) throws CharacterCodingException, UnusualTextException {
    digest.update(block.bytes(), 0, block.length());
    int from = block.index() == 0 ? firstRow(block) : 0;
    start(block, bound);
    boolean plain = plain(block, from);
    if (!plain) {
      if (strict) {
        requireUtf8(block);
      }
      requirePairs(block);
      start(block, bound);
      records(block, from);
    }
    return new Found(block.index(), picker.seen(), plain, picker.picked(), digest.digest());
  }

  private void start(Block block, long bound) {
    // The outer numbers of neighbouring seeds would be those of one sequence, shifted.
    long mixed = new SplittableRandom(seed + block.index()).nextLong();
    picker.start(block.bytes(), new SplittableRandom(mixed), bound);
  }

  private boolean plain(Block block, int from) {
    int columns = layout.names().size();
    PlainLines.PlainDialect dialect =
        new PlainLines.PlainDialect(
            RecordBytes.delimiter(layout.dialect()), columns - 1, (byte) layout.dialect().quote());
    return columns > 1 && PlainLines.read(block.bytes(), from, block.length(), dialect, picker);
  }

  /** A cut behind an odd number of quotes may lie inside them. */
  private void requirePairs(Block block) throws UnusualTextException {
    byte quote = (byte) layout.dialect().quote();
    if (!paired && (ByteWords.count(block.bytes(), 0, block.length(), quote) & 1) != 0) {
      throw new UnusualTextException();
    }
  }

  private void records(Block block, int from) throws UnusualTextException {
    RecordBytes records = new RecordBytes(block.bytes(), from, block.length(), layout.dialect());
    for (int start = records.next(); start >= 0; start = records.next()) {
      if (records.cells() != layout.names().size()) {
        throw new UnusualTextException();
      }
      picker.row(start, records.at());
    }
  }

  /** Returns where the first row starts, after a byte order mark, Excel's hint and the header. */
  private int firstRow(Block block) throws UnusualTextException {
    int from = 0;
    if (strict && starts(block)) {
      from = BYTE_ORDER_MARK.length;
    }
    from += layout.skip();
    if (!layout.header()) {
      return from;
    }
    RecordBytes records = new RecordBytes(block.bytes(), from, block.length(), layout.dialect());
    records.next();
    return records.at();
  }

  private static boolean starts(Block block) {
    int length = BYTE_ORDER_MARK.length;
    return block.length() >= length
        && ByteBuffer.wrap(block.bytes(), 0, length).equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
  }

  private void requireUtf8(Block block) throws CharacterCodingException {
    ByteBuffer rest = ByteBuffer.wrap(block.bytes(), 0, block.length());
    decoder.reset();
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      decoded.clear();
      result = decoder.decode(rest, decoded, true);
    }
    if (result.isError()) {
      result.throwException();
    }
  }
}
