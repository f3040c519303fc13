// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.internal.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text files whose encoding the first bytes tell: UTF-8 unless a byte order mark says UTF-16. */
final class EncodedText {
  private static final int LONGEST_MARK = 3;

  private EncodedText() {}

  /** Opens a file after its byte order mark; bytes that are no characters fail when read. */
  static BufferedReader open(Path file) throws IOException {
    PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), LONGEST_MARK);
    try {
      byte[] start = in.readNBytes(LONGEST_MARK);
      Charset charset = StandardCharsets.UTF_8;
      int mark = 0;
      if (begins(start, 0xEF, 0xBB, 0xBF)) {
        mark = 3;
      } else if (begins(start, 0xFF, 0xFE)) {
        charset = StandardCharsets.UTF_16LE;
        mark = 2;
      } else if (begins(start, 0xFE, 0xFF)) {
        charset = StandardCharsets.UTF_16BE;
        mark = 2;
      }
      in.unread(start, mark, start.length - mark);
      return new BufferedReader(new InputStreamReader(in, charset.newDecoder()));
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static boolean begins(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
