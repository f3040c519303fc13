// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.event;

import java.time.Duration;
import java.time.Instant;

/**
 * A creation has ended.
 *
 * @param creation id of the creation
 * @param at when
 * @param outcome how
 * @param took how long it took
 * @param message path of the bundle, or what went wrong
 */
public record CreationFinished(
    String creation, Instant at, Outcome outcome, Duration took, String message)
    implements CreationEvent {

  /** How a creation ended. */
  public enum Outcome {
    /** A network is there. */
    SUCCEEDED,
    /** No network is there. */
    FAILED,
    /** The user dropped it. */
    CANCELLED
  }
}
