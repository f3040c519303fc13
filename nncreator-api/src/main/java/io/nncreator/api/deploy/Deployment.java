// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.deploy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A service that answers rows. Thread-safe; changes are made one after the other, and each returns
 * when it is done.
 *
 * <p>A handle holds nothing: the service goes on when the handle is forgotten, until {@link
 * #undeploy}. What the deployer cannot do without this process ends with it.
 */
public interface Deployment {
  /** Returns the name of the service. */
  String name();

  /** Returns where it answers, such as {@code http://127.0.0.1:8080}; it never changes. */
  URI address();

  /** Returns what is there now. */
  DeploymentStatus status();

  /**
   * Changes the number of replicas.
   *
   * @param replicas 1 to {@link DeploymentRequest#MOST_REPLICAS}
   * @throws io.nncreator.api.error.DeploymentException if a replica does not become ready; then
   *     those that were there go on
   */
  void scale(int replicas);

  /**
   * Replaces the network while requests are answered: each new replica answers its golden rows
   * before it gets a request, and only then an old one is let go of.
   *
   * @param bundle folder or zip of the new network
   * @throws io.nncreator.api.error.DeploymentException if a new replica does not become ready; then
   *     the network before answers as if nothing had been tried
   * @throws io.nncreator.api.error.BundleException if the bundle cannot be read; nothing is changed
   */
  void update(Path bundle);

  /**
   * Goes back to the network before the last {@link #update}, in the same careful way. A second
   * call takes it back.
   *
   * @throws io.nncreator.api.error.DeploymentException if there is none, or it does not become
   *     ready
   */
  void rollback();

  /** Returns the last lines that the replicas wrote, at most the given number of each. */
  List<String> logs(int linesOfEach);

  /** Ends the service and removes all that was made for it; does nothing when it has ended. */
  void undeploy();
}
