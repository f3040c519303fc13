// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import io.nncreator.api.event.Stage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a creation is.
 *
 * @param stage what it is doing
 * @param fraction share of the work that is done, 0 to 1; never falls
 * @param elapsed time since the start
 * @param remaining expected time to the end, at most the rest of the budget
 * @param champion name of the best network so far, or null before there is one
 */
public record JobProgress(
    Stage stage,
    double fraction,
    Duration elapsed,
    Duration remaining,
    @Nullable String champion) {}
