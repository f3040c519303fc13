// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.creation;

import io.nncreator.api.data.DataSource;
import io.nncreator.api.task.TaskSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Everything that a user has said about one creation.
 *
 * @param id of the creation and of the network
 * @param description the sentence
 * @param source data to learn from
 * @param settings explicit settings
 * @param budget time limit
 * @param seed of all randomness
 * @param folder of the bundle; does not exist yet
 */
public record CreationOrder(
    String id,
    String description,
    DataSource source,
    TaskSettings settings,
    Duration budget,
    long seed,
    Path folder) {}
