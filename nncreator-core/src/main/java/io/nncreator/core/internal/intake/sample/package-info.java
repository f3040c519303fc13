// SPDX-License-Identifier: Apache-2.0
/**
 * Draws rows from large delimited text whose every byte is looked at but not every cell is read.
 */
@NullMarked
package io.nncreator.core.internal.intake.sample;

import org.jspecify.annotations.NullMarked;
