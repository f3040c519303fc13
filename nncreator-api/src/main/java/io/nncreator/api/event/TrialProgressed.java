// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.event;

import io.nncreator.api.training.EpochProgress;
import java.time.Instant;

/**
 * A candidate has done another epoch.
 *
 * @param creation id of the creation
 * @param at when
 * @param trial number of the candidate
 * @param progress where it stands
 */
public record TrialProgressed(String creation, Instant at, int trial, EpochProgress progress)
    implements CreationEvent {}
