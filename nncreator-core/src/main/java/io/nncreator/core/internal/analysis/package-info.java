// SPDX-License-Identifier: Apache-2.0
/**
 * Makes a task of a sentence, a table and settings: what is to be told, how it is judged, what is
 * left out, each with its reason. Names, values and the sentence are data, never instructions.
 */
@NullMarked
package io.nncreator.core.internal.analysis;

import org.jspecify.annotations.NullMarked;
