// SPDX-License-Identifier: Apache-2.0
/**
 * The op graph: what every network, loss and optimiser is lowered to, and the only thing that the
 * back-ends (TorchScript, ONNX, the reference interpreter) have to understand.
 */
@NullMarked
package io.nncreator.api.graph;

import org.jspecify.annotations.NullMarked;
