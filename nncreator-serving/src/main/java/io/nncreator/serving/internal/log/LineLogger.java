// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Writes events from a level on as lines: time, level, name, message and stack trace. */
final class LineLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;

  private final Level least;

  LineLogger(String name, Level least) {
    this.name = name;
    this.least = least;
  }

  @Override
  public boolean isTraceEnabled() {
    return tells(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return tells(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return tells(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return tells(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return tells(Level.ERROR);
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String pattern,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    StringBuilder line = new StringBuilder(160);
    line.append(Instant.ofEpochMilli(System.currentTimeMillis())).append(' ');
    line.append(level).append(' ').append(name).append(' ');
    escape(MessageFormatter.basicArrayFormat(pattern, arguments), line);
    if (thrown != null) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      line.append(' ');
      escape(trace.toString(), line);
    }
    LineLog.out().write(line.append('\n'));
  }

  /** An event stays one line, whatever a client or a library has put into it. */
  static void escape(@Nullable String text, StringBuilder line) {
    String told = String.valueOf(text);
    for (int i = 0; i < told.length(); i++) {
      char next = told.charAt(i);
      switch (next) {
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("  ");
        default -> line.append(next < ' ' || next == 0x7f ? '?' : next);
      }
    }
  }

  private boolean tells(Level level) {
    return level.toInt() >= least.toInt();
  }
}
