// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

import io.nncreator.deploy.internal.rollout.Goal;
import java.nio.file.Path;
import java.util.List;

/** Starts the replicas of one service, and remembers what it started. */
interface Launcher {
  /** Returns the id of the deployer. */
  String deployer();

  /** Makes what servers of a network run from; returns the number of the network. */
  int prepare(Path bundle);

  /** Removes what servers ran from, of all networks but these. */
  void keep(List<Integer> revisions);

  /**
   * Starts a server; returns when it is ready.
   *
   * @throws io.nncreator.api.error.DeploymentException if it does not get ready; then it has ended
   */
  Server launch(int revision);

  /** Writes down what there is. */
  void record(Goal goal, List<Member> members);

  /** Removes all that was made. */
  void remove();

  /** Lets another process find the service. */
  void letGo();
}
