// SPDX-License-Identifier: Apache-2.0
/** Judges predictions: metrics, their intervals, losses of rows, and the answer of a dummy. */
@NullMarked
package io.nncreator.core.internal.scoring;

import org.jspecify.annotations.NullMarked;
