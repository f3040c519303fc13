// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

import io.nncreator.runtime.table.Dialect;
import io.nncreator.runtime.table.Layout;
import io.nncreator.runtime.table.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Draws rows from a text, all with the same chance. Every byte is looked at on all processors: rows
 * are counted, and their quotes, numbers of cells and encoding are checked, but the cells are not
 * read. The same text and seed give the same rows, whatever the number of processors.
 */
public final class RowSampler {
  private static final int HEAD = 1 << 16;

  /** How much longer a text is than its packed file, at most, as a rule. */
  private static final int PACKED = 8;

  /** Rows of the beginning may be twice as long as the others. */
  private static final int UNEVEN = 2;

  /** How many times more rows than wanted are held at first, if the guess is right. */
  private static final double SPARE = 1.5;

  private final TextFile text;
  private final Layout layout;
  private final long seed;
  private final int most;

  /**
   * Creates a sampler.
   *
   * @param most rows to be drawn
   */
  public RowSampler(TextFile text, Layout layout, long seed, int most) {
    this.text = text;
    this.layout = layout;
    this.seed = seed;
    this.most = most;
  }

  /**
   * Draws rows, or nothing if the text has no more rows than wanted, or if only a scanner of
   * characters can tell its rows apart or say what is wrong with them.
   *
   * @throws java.nio.charset.CharacterCodingException if the text is not of its encoding
   */
  public Optional<DrawnText> draw() throws IOException {
    long likely = suitable() ? likelyRows() : 0;
    if (likely * UNEVEN <= most) {
      return Optional.empty();
    }
    try {
      double share = text.packed() ? 1 : Math.min(1, SPARE * most / likely);
      DrawnText drawn = draw((long) (Long.MAX_VALUE * share));
      if (drawn.size() < Math.min(most, drawn.rows())) {
        drawn = draw(Long.MAX_VALUE);
      }
      return drawn.rows() > most ? Optional.of(drawn) : Optional.empty();
    } catch (UnusualTextException e) {
      return Optional.empty();
    }
  }

  /** Draws without counting quotes first; the cuts are mostly the same, or else are seen. */
  private DrawnText draw(long bound) throws IOException {
    try {
      return draw(bound, false);
    } catch (UnusualTextException e) {
      return draw(bound, true);
    }
  }

  private DrawnText draw(long bound, boolean counting) throws IOException {
    boolean strict = text.charset().equals(StandardCharsets.UTF_8);
    try (InputStream in = text.bytes()) {
      Collector collector = new Collector(most, bound);
      BlockCutter cutter = new BlockCutter(in, (byte) layout.dialect().quote(), counting);
      new BlockWork(cutter, collector, () -> new BlockScan(layout, strict, seed, counting)).run();
      return new DrawnText(collector.drawn());
    }
  }

  /** In these encodings an ASCII byte is nothing but an ASCII character. */
  private boolean suitable() {
    Charset charset = text.charset();
    Dialect dialect = layout.dialect();
    boolean wide =
        charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    boolean ascii =
        dialect.quote() < 0x80
            && (dialect.delimiter() < 0x80 || dialect.delimiter() == Dialect.NO_DELIMITER);
    return !wide && ascii && !dialect.backslash();
  }

  /** Guesses the number of rows from the length of the first lines. */
  private long likelyRows() throws IOException {
    byte[] head;
    try (InputStream in = text.bytes()) {
      head = in.readNBytes(HEAD);
    }
    long lines = 1 + ByteWords.count(head, 0, head.length, (byte) '\n');
    double size = (double) Files.size(text.file().path()) * (text.packed() ? PACKED : 1);
    return (long) (size / Math.max(1, head.length) * lines);
  }
}
