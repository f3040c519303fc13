// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The log of a process")
class LineLogTest {
  @Test
  @DisplayName("writes lines by itself, in their order")
  void writes() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            if (size() > 0) {
              written.countDown();
            }
          }
        };
    LineLog log = new LineLog(bytes, 1_000);
    log.write("first\n");
    written.await();
    log.write("second\n");
    log.flush();
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("first\nsecond\n");
  }

  @Test
  @DisplayName("counts what a slow reader makes it lose, in memory that does not grow")
  void loses() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OutputStream slow =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("Lines are written together.");
          }

          @Override
          public void write(byte[] lines, int offset, int length) throws IOException {
            stuck.countDown();
            try {
              free.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            bytes.write(lines, offset, length);
          }
        };
    LineLog log = new LineLog(slow, 100);
    log.write("first\n");
    stuck.await();
    for (int i = 0; i < 1_000; i++) {
      log.write("0123456789012345678\n");
    }
    free.countDown();
    log.flush();
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith("first\n0123456789012345678\n")
        .contains("WARN 995 lines are lost")
        .hasSizeLessThan(300);
  }

  @Test
  @DisplayName("keeps an event on one line")
  void escapes() {
    StringBuilder line = new StringBuilder();
    LineLogger.escape("a\nb\rc\td\u0007e", line);
    assertThat(line.toString()).isEqualTo("a\\nb\\rc  d?e");
  }
}
