// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A tar archive of one small file, as containers take files. */
final class ContainerTar {
  private static final int BLOCK = 512;
  private static final int CHECKSUM_AT = 148;

  private ContainerTar() {}

  /** Writes a file that only one user may read. */
  static byte[] of(String name, byte[] content, int user) {
    int blocks = (content.length + BLOCK - 1) / BLOCK;
    byte[] tar = new byte[BLOCK * (1 + blocks + 2)];
    put(tar, 0, name);
    put(tar, 100, "0000400");
    put(tar, 108, octal(user, 7));
    put(tar, 116, octal(user, 7));
    put(tar, 124, octal(content.length, 11));
    put(tar, 136, octal(1, 11));
    Arrays.fill(tar, CHECKSUM_AT, CHECKSUM_AT + 8, (byte) ' ');
    put(tar, 156, "0");
    put(tar, 257, "ustar");
    put(tar, 263, "00");
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += tar[i] & 0xff;
    }
    put(tar, CHECKSUM_AT, octal(sum, 6));
    tar[CHECKSUM_AT + 6] = 0;
    System.arraycopy(content, 0, tar, BLOCK, content.length);
    return tar;
  }

  private static String octal(int number, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "o", number);
  }

  private static void put(byte[] tar, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, tar, at, bytes.length);
  }
}
