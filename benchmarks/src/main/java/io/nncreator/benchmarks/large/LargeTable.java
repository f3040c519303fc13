// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.large;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * A made-up table: eight columns of numbers, three of categories, one of dates, and a target of two
 * classes that some of them tell, with noise.
 */
final class LargeTable {
  /** Names of the columns. */
  static final String HEADER = "n1,n2,n3,n4,n5,n6,n7,n8,c1,c2,c3,day,y";

  /** Name of the target. */
  static final String TARGET = "y";

  private static final int DAYS = 3_000;
  private static final int[] LEVELS = {4, 40, 400};

  private final SplittableRandom random;
  private final byte[] line = new byte[256];
  private final byte[][] days = new byte[DAYS][];
  private int length;

  private LargeTable(long seed) {
    this.random = new SplittableRandom(seed);
    LocalDate first = LocalDate.of(2015, 1, 1);
    for (int day = 0; day < DAYS; day++) {
      days[day] = first.plusDays(day).toString().getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** Writes a table; the same seed gives the same bytes. */
  static void write(Path file, long rows, long seed) throws IOException {
    LargeTable table = new LargeTable(seed);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write((HEADER + "\n").getBytes(StandardCharsets.US_ASCII));
      for (long row = 0; row < rows; row++) {
        table.row();
        out.write(table.line, 0, table.length);
      }
    }
  }

  private void row() {
    length = 0;
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      double number = random.nextGaussian();
      sum += (i - 1.5) * number;
      decimal(Math.round(number * 1e5), 5);
    }
    for (int i = 0; i < 2; i++) {
      decimal(random.nextInt(10_000_000), 2);
    }
    whole(random.nextInt(100));
    if (random.nextInt(20) == 0) {
      line[length++] = ',';
    } else {
      whole(random.nextInt(1_000_000));
    }
    for (int levels : LEVELS) {
      int level = random.nextInt(levels);
      sum += levels == 4 ? level - 1.5 : 0;
      line[length++] = 'l';
      whole(level);
    }
    byte[] day = days[random.nextInt(DAYS)];
    System.arraycopy(day, 0, line, length, day.length);
    length += day.length;
    line[length++] = ',';
    boolean positive = sum + random.nextGaussian() > 0;
    for (char letter : (positive ? "yes\n" : "no\n").toCharArray()) {
      line[length++] = (byte) letter;
    }
  }

  private void decimal(long value, int digits) {
    long unit = digits == 5 ? 100_000 : 100;
    if (value < 0) {
      line[length++] = '-';
    }
    long size = Math.abs(value);
    digits(size / unit, 1);
    line[length++] = '.';
    digits(size % unit, digits);
    line[length++] = ',';
  }

  private void whole(long value) {
    digits(value, 1);
    line[length++] = ',';
  }

  private void digits(long value, int least) {
    int count = Math.max(least, Long.toString(value).length());
    long left = value;
    for (int i = count - 1; i >= 0; i--) {
      line[length + i] = (byte) ('0' + left % 10);
      left /= 10;
    }
    length += count;
  }
}
