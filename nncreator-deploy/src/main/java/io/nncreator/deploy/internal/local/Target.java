// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

import java.util.concurrent.atomic.AtomicInteger;

/** A port that connections are passed on to, and how many it has. */
final class Target {
  private final int port;
  private final AtomicInteger connections = new AtomicInteger();

  Target(int port) {
    this.port = port;
  }

  int port() {
    return port;
  }

  int connections() {
    return connections.get();
  }

  void open() {
    connections.incrementAndGet();
  }

  void close() {
    connections.decrementAndGet();
  }
}
