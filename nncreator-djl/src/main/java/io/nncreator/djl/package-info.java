// SPDX-License-Identifier: Apache-2.0
/** Builds and trains networks on PyTorch through DJL. */
@NullMarked
package io.nncreator.djl;

import org.jspecify.annotations.NullMarked;
