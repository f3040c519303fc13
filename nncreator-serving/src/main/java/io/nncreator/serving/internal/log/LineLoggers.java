// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Makes loggers. Those of other libraries tell warnings and errors only. */
final class LineLoggers implements ILoggerFactory {
  private static final String OURS = "io.nncreator.";

  private final Map<String, Logger> loggers = new ConcurrentHashMap<>();

  @Override
  public Logger getLogger(String name) {
    return loggers.computeIfAbsent(
        name, any -> new LineLogger(any, any.startsWith(OURS) ? Level.INFO : Level.WARN));
  }
}
