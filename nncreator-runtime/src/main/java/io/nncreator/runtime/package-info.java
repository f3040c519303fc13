// SPDX-License-Identifier: Apache-2.0
/**
 * A finished network: bundle format, feature pipeline on raw rows, ONNX writer and prediction by
 * ONNX Runtime.
 */
@NullMarked
package io.nncreator.runtime;

import org.jspecify.annotations.NullMarked;
