// SPDX-License-Identifier: Apache-2.0
/** Decides before training: how rows are divided, what is tried, and how time is shared out. */
@NullMarked
package io.nncreator.core.internal.planning;

import org.jspecify.annotations.NullMarked;
