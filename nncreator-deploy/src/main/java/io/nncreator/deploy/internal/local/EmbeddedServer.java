// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

import io.nncreator.serving.ServingServer;
import java.util.List;

/** A server in this process. */
final class EmbeddedServer implements Server {
  private final String id;
  private final ServingServer server;
  private volatile boolean stopped;

  EmbeddedServer(String id, ServingServer server) {
    this.id = id;
    this.server = server;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public boolean alive() {
    return !stopped && !server.failed();
  }

  /** For a moment each answer closes its connection, so that clients go over to other replicas. */
  @Override
  public void stop() {
    stopped = true;
    server.drain();
    try {
      Thread.sleep(ProcessLauncher.LAME_DUCK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.close();
  }

  @Override
  public void letGo() {
    server.close();
  }

  @Override
  public List<String> log(int lines) {
    return List.of();
  }
}
