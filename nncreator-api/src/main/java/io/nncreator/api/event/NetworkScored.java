// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.event;

import io.nncreator.api.task.Score;
import java.time.Instant;

/**
 * The exported network was reloaded and judged on rows that no step had seen.
 *
 * @param creation id of the creation
 * @param at when
 * @param score its score
 * @param dummy score of always giving the same answer
 * @param linear score of a linear model
 */
public record NetworkScored(String creation, Instant at, Score score, Score dummy, Score linear)
    implements CreationEvent {}
