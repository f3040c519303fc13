// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.event;

import io.nncreator.api.data.DataProfile;
import java.time.Instant;

/**
 * The data was read and profiled.
 *
 * @param creation id of the creation
 * @param at when
 * @param profile what it holds
 */
public record DataProfiled(String creation, Instant at, DataProfile profile)
    implements CreationEvent {}
