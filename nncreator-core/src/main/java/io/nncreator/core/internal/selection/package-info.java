// SPDX-License-Identifier: Apache-2.0
/** Trains candidates on folds and chooses among them by paired comparison. */
@NullMarked
package io.nncreator.core.internal.selection;

import org.jspecify.annotations.NullMarked;
