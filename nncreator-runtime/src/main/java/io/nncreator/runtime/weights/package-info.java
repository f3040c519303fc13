// SPDX-License-Identifier: Apache-2.0
/** Weights on disk in the safetensors format, which Python's {@code safetensors} opens too. */
@NullMarked
package io.nncreator.runtime.weights;

import org.jspecify.annotations.NullMarked;
