// SPDX-License-Identifier: Apache-2.0
/**
 * The feature pipeline as data: which raw columns a network takes, how each becomes features, what
 * the outputs mean, and the lowering of all that to an op graph.
 */
@NullMarked
package io.nncreator.runtime.pipeline;

import org.jspecify.annotations.NullMarked;
