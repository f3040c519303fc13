// SPDX-License-Identifier: Apache-2.0
/** Reads tables: from a {@code DataSource} of any kind to typed columns in memory. */
@NullMarked
package io.nncreator.core.internal.intake;

import org.jspecify.annotations.NullMarked;
