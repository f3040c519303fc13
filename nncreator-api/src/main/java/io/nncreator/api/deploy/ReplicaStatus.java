// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.deploy;

/**
 * One of the equal servers of a service.
 *
 * @param id tells it from the others: a process id or the name of a container
 * @param revision number of the network that it answers with
 * @param state what it is doing
 * @param restarts how often it was started again after it had ended unasked
 */
public record ReplicaStatus(String id, int revision, State state, int restarts) {
  /** What a replica is doing. */
  public enum State {
    /** It is not ready yet. */
    STARTING,
    /** It gets requests. */
    READY,
    /** It answers what it has and gets no more. */
    DRAINING,
    /** It ended unasked, or does not answer. */
    LOST
  }
}
