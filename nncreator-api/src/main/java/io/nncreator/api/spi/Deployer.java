// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.spi;

import io.nncreator.api.deploy.Deployment;
import io.nncreator.api.deploy.DeploymentListener;
import io.nncreator.api.deploy.DeploymentRequest;
import java.util.List;
import java.util.Optional;

/**
 * Makes networks answer requests. Thread-safe.
 *
 * <p>Services are told apart by their names. A service is found again by its name after the process
 * that started it has ended, where it goes on without that process.
 */
public interface Deployer extends Provider {
  /**
   * Starts a service; returns when all its replicas are ready. If that fails nothing is left.
   *
   * @throws io.nncreator.api.error.DeploymentException if the name is taken or a replica does not
   *     become ready
   * @throws io.nncreator.api.error.BundleException if the bundle cannot be read
   */
  Deployment deploy(DeploymentRequest request, DeploymentListener listener);

  /** Starts a service that nobody listens to. */
  default Deployment deploy(DeploymentRequest request) {
    return deploy(request, DeploymentListener.NONE);
  }

  /**
   * Finds a service that this or an earlier process started. A change that was cut off half-way is
   * finished, or undone where it cannot be.
   */
  Optional<Deployment> find(String name, DeploymentListener listener);

  /** Finds a service, and listens to nothing. */
  default Optional<Deployment> find(String name) {
    return find(name, DeploymentListener.NONE);
  }

  /** Returns the names of the services that are there, in alphabetical order. */
  List<String> names();
}
