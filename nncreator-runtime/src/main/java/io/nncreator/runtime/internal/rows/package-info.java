// SPDX-License-Identifier: Apache-2.0
/** Rows as users have them: found by column name, checked cell by cell, made ready for a model. */
@NullMarked
package io.nncreator.runtime.internal.rows;

import org.jspecify.annotations.NullMarked;
