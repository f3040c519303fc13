// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.event;

import java.time.Instant;

/**
 * A better network can now be served; {@code stop()} would keep it.
 *
 * @param creation id of the creation
 * @param at when
 * @param network name of the candidate
 * @param validationScore metric over all validation rows
 */
public record ChampionChanged(String creation, Instant at, String network, double validationScore)
    implements CreationEvent {}
