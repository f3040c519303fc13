// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.log;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Lines on their way to an output. A thread of its own writes what has come together, a few times a
 * second at most, so that neither a slow output nor many requests hold up an answer; lines beyond a
 * fixed size of memory are counted instead of kept. Thread-safe.
 */
public final class LineLog {
  private static final int MOST_BYTES = 1 << 20;
  private static final long PAUSE_MILLIS = 50;
  private static final LineLog STANDARD =
      new LineLog(new FileOutputStream(FileDescriptor.out), MOST_BYTES);

  private final OutputStream out;
  private final int mostBytes;
  private final Object writing = new Object();
  private ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private long lost;
  private boolean started;

  LineLog(OutputStream out, int mostBytes) {
    this.out = out;
    this.mostBytes = mostBytes;
  }

  /** Returns the log that goes to standard output. */
  public static LineLog out() {
    return STANDARD;
  }

  /** Takes a line with its end. */
  synchronized void write(CharSequence line) {
    byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
    if (waiting.size() + bytes.length > mostBytes) {
      lost++;
      return;
    }
    waiting.writeBytes(bytes);
    if (!started) {
      started = true;
      Thread writer = new Thread(this::run, "nncreator-serving-log");
      writer.setDaemon(true);
      writer.start();
    }
    notifyAll();
  }

  /** Writes what waits. */
  public void flush() {
    synchronized (writing) {
      byte[] lines = take();
      try {
        out.write(lines);
        out.flush();
      } catch (IOException e) {
        // Nobody reads the log any more; the server goes on answering.
        return;
      }
    }
  }

  private synchronized byte[] take() {
    if (lost > 0) {
      String note = "WARN " + lost + " lines are lost: the log was not read fast enough\n";
      waiting.writeBytes(note.getBytes(StandardCharsets.UTF_8));
      lost = 0;
    }
    byte[] lines = waiting.toByteArray();
    waiting = new ByteArrayOutputStream(Math.min(lines.length, 1 << 16));
    return lines;
  }

  private void run() {
    try {
      while (true) {
        awaitLines();
        flush();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      flush();
    }
  }

  private synchronized void awaitLines() throws InterruptedException {
    while (waiting.size() == 0) {
      wait();
    }
  }
}
