// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.graph.Value;
import org.jspecify.annotations.Nullable;

/**
 * The values in a graph that a network takes.
 *
 * @param numeric {@code F32 [batch, features]}, or null when there are none
 * @param codes {@code I64 [batch, categories]}, or null when there are none
 */
public record Features(@Nullable Value numeric, @Nullable Value codes) {}
