// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.deploy;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service at one moment.
 *
 * @param name of the service
 * @param deployer that runs it, by its id
 * @param address where it answers
 * @param phase what it is doing
 * @param wanted number of replicas that there should be
 * @param revision number of the network that there should be, counted from 1
 * @param previous number of the network that a rollback would bring; null if there is none
 * @param replicas those that there are, the oldest first
 */
public record DeploymentStatus(
    String name,
    String deployer,
    URI address,
    Phase phase,
    int wanted,
    int revision,
    @Nullable Integer previous,
    List<ReplicaStatus> replicas) {

  /** What a service is doing. */
  public enum Phase {
    /** Replicas are being replaced, added or removed. */
    CHANGING,
    /** All replicas are there and ready. */
    SERVING,
    /** Some replicas are ready, fewer than wanted. */
    DEGRADED,
    /** No replica is ready. */
    DOWN,
    /** It has ended. */
    ENDED
  }

  /** Copies the list. */
  public DeploymentStatus {
    replicas = List.copyOf(replicas);
  }

  /** Returns the number of replicas that are ready. */
  public int ready() {
    return (int)
        replicas.stream().filter(each -> each.state() == ReplicaStatus.State.READY).count();
  }
}
