// SPDX-License-Identifier: Apache-2.0
/** Measures how often a sentence and a table are understood as an expert would. */
@NullMarked
package io.nncreator.benchmarks.sentences;

import org.jspecify.annotations.NullMarked;
