// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

/** Where a creation stands. */
public enum JobStatus {
  /** At work. */
  RUNNING,
  /** Ending early with the best network so far. */
  STOPPING,
  /** Ended with a network. */
  SUCCEEDED,
  /** Ended with an error. */
  FAILED,
  /** Dropped by the user. */
  CANCELLED;

  /** Returns whether it has ended. */
  public boolean ended() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }
}
