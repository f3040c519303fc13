// SPDX-License-Identifier: Apache-2.0
/** Writes TorchScript: program text from op graphs, and the archives that PyTorch loads. */
@NullMarked
package io.nncreator.djl.internal.torchscript;

import org.jspecify.annotations.NullMarked;
