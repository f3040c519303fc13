// SPDX-License-Identifier: Apache-2.0
/** Tensors and documents of the Open Inference Protocol, version 2. */
@NullMarked
package io.nncreator.serving.internal.oip;

import org.jspecify.annotations.NullMarked;
