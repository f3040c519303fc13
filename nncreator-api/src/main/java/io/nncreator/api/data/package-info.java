// SPDX-License-Identifier: Apache-2.0
/** Data before it is learnt from: sources, typed columns, and what a profile found in them. */
@NullMarked
package io.nncreator.api.data;

import org.jspecify.annotations.NullMarked;
