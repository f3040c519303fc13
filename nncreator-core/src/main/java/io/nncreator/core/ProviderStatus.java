// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import io.nncreator.api.spi.Availability;

/**
 * What became of one provider.
 *
 * @param part what it could do: {@code trainer}, {@code architectures}, {@code llm}, {@code
 *     deployer}
 * @param id its name; empty where none was found for the part
 * @param used whether the creator uses it
 * @param availability whether it can work here; where none was found, what to add
 */
public record ProviderStatus(String part, String id, boolean used, Availability availability) {}
