// SPDX-License-Identifier: Apache-2.0
/**
 * Networks as ONNX: the writer from op graphs to model files, and their use through ONNX Runtime to
 * encode features, run networks and answer raw rows.
 */
@NullMarked
package io.nncreator.runtime.onnx;

import org.jspecify.annotations.NullMarked;
