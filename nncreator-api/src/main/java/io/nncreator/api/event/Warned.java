// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.event;

import java.time.Instant;

/**
 * Something is not as good as it could be, but the creation goes on.
 *
 * @param creation id of the creation
 * @param at when
 * @param message what, why, and what to do
 */
public record Warned(String creation, Instant at, String message) implements CreationEvent {}
