// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.rollout;

/**
 * What a service should be.
 *
 * @param revision number of the network, counted from 1
 * @param previous number of the network to go back to; 0 if there is none
 * @param replicas how many
 * @param settled whether it has been reached; else a change was begun
 */
public record Goal(int revision, int previous, int replicas, boolean settled) {
  /** Returns it as reached. */
  Goal reached() {
    return new Goal(revision, previous, replicas, true);
  }
}
