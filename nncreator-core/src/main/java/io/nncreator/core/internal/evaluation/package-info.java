// SPDX-License-Identifier: Apache-2.0
/** Puts labelled rows to a finished network. */
@NullMarked
package io.nncreator.core.internal.evaluation;

import org.jspecify.annotations.NullMarked;
