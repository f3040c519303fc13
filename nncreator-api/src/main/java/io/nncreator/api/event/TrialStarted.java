// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.event;

import java.time.Instant;

/**
 * A candidate's training has begun.
 *
 * @param creation id of the creation
 * @param at when
 * @param trial number of the candidate, from 1
 * @param trials planned number of candidates
 * @param network name of the candidate
 */
public record TrialStarted(String creation, Instant at, int trial, int trials, String network)
    implements CreationEvent {}
