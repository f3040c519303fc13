// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.event;

import java.time.Instant;

/**
 * A candidate was trained and judged on its validation rows.
 *
 * @param creation id of the creation
 * @param at when
 * @param trial number of the candidate
 * @param network name of the candidate
 * @param validationScore metric over all validation rows; NaN if it failed
 * @param outcome in plain words: kept, beaten, failed and why
 */
public record TrialFinished(
    String creation, Instant at, int trial, String network, double validationScore, String outcome)
    implements CreationEvent {}
