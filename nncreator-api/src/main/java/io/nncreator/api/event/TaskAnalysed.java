// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.event;

import io.nncreator.api.task.TaskSpec;
import java.time.Instant;

/**
 * The task was understood.
 *
 * @param creation id of the creation
 * @param at when
 * @param task what is to be done
 */
public record TaskAnalysed(String creation, Instant at, TaskSpec task) implements CreationEvent {}
