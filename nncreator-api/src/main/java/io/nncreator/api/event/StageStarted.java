// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.event;

import java.time.Instant;

/**
 * A creation has come to its next stage.
 *
 * @param creation id of the creation
 * @param at when
 * @param stage which
 */
public record StageStarted(String creation, Instant at, Stage stage) implements CreationEvent {}
