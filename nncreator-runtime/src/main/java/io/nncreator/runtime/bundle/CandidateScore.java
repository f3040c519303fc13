// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import org.jspecify.annotations.Nullable;

/**
 * How a candidate did while networks were compared. The numbers served to choose and are therefore
 * too good; the honest score is {@link Metrics#score}.
 *
 * @param name of the candidate
 * @param reason why it was tried, in plain words
 * @param score cross-validated value of the task's metric; null if it never finished
 * @param chosen whether it is part of the delivered network
 */
public record CandidateScore(String name, String reason, @Nullable Double score, boolean chosen) {}
