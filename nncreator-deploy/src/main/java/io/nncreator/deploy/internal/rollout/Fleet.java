// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.rollout;

import io.nncreator.api.deploy.ReplicaStatus;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The replicas of one service, and what is needed to have more of them. Changed by one thread. */
public interface Fleet {
  /** Returns the id of the deployer. */
  String deployer();

  /** Returns where the service answers. */
  URI address();

  /** Returns what was last asked for. */
  Goal goal();

  /** Writes down what is asked for; it must be found again when this process is killed. */
  void goal(Goal wanted);

  /**
   * Makes what replicas of a network run from.
   *
   * @return the number of the network, larger than all before
   */
  int prepare(Path bundle);

  /** Removes what replicas ran from, of all networks but these. */
  void keep(List<Integer> revisions);

  /** Returns the replicas that are there, the oldest first. May be called by any thread. */
  List<ReplicaStatus> replicas();

  /**
   * Adds a replica; returns when it gets requests.
   *
   * @throws io.nncreator.api.error.DeploymentException if it does not get ready; then it is gone
   */
  ReplicaStatus start(int revision);

  /** Lets a replica answer what it has, and removes it. */
  void retire(ReplicaStatus replica);

  /** Returns the last lines of each replica. May be called by any thread. */
  List<String> logs(int linesOfEach);

  /** Removes all replicas and all else that was made for the service. */
  void remove();
}
