// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.deploy;

import java.time.Instant;

/**
 * Something that happened to a service.
 *
 * @param deployment name of the service
 * @param at when
 * @param kind what
 * @param revision number of the network that it is about; 0 if about none
 * @param detail in plain words, such as which replica
 */
public record DeploymentEvent(
    String deployment, Instant at, Kind kind, int revision, String detail) {

  /** What can happen. */
  public enum Kind {
    /** What a revision runs from is made: a copy of the bundle, an image. */
    PREPARED,
    /** A replica was started. */
    REPLICA_STARTED,
    /** A replica gets requests. */
    REPLICA_READY,
    /** A replica gets no more requests. */
    REPLICA_DRAINING,
    /** A replica was ended as it should. */
    REPLICA_STOPPED,
    /** A replica ended unasked. */
    REPLICA_LOST,
    /** The service answers with the network and the replicas that were asked for. */
    SETTLED,
    /** A change failed and is being undone. */
    UNDOING,
    /** A service was found again after its deployer had ended. */
    RECOVERED,
    /** The service has ended. */
    ENDED
  }
}
