// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * It was decided what to try and how to judge it.
 *
 * @param creation id of the creation
 * @param at when
 * @param validation how candidates are compared and how the final score is made, in plain words
 * @param candidates names of the networks to be tried, in order
 * @param budget time limit of the whole creation
 */
public record CreationPlanned(
    String creation, Instant at, String validation, List<String> candidates, Duration budget)
    implements CreationEvent {
  /** Copies the list. */
  public CreationPlanned {
    candidates = List.copyOf(candidates);
  }
}
