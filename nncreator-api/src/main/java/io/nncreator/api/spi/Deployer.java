// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.spi;

import java.net.URI;
import java.nio.file.Path;

/** Makes a bundle answer requests. Thread-safe. */
public interface Deployer extends Provider {
  /** Starts a service; returns when it is ready. */
  Deployment deploy(Request request);

  /**
   * What is to be served.
   *
   * @param name of the service: lower-case letters, digits and hyphens
   * @param bundle folder or zip
   * @param replicas number of equal servers, at least 1
   * @param port to listen on; 0 = any free one
   */
  record Request(String name, Path bundle, int replicas, int port) {}

  /** A running service. Closing it ends the service. */
  interface Deployment extends AutoCloseable {
    /** Returns the name of the service. */
    String name();

    /** Returns where it answers. */
    URI address();

    /** Returns the number of replicas that are ready. */
    int ready();

    @Override
    void close();
  }
}
