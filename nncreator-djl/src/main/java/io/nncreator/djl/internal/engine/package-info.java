// SPDX-License-Identifier: Apache-2.0
/** The PyTorch engine behind DJL: loading it once, per-thread modes, modules and calls. */
@NullMarked
package io.nncreator.djl.internal.engine;

import org.jspecify.annotations.NullMarked;
