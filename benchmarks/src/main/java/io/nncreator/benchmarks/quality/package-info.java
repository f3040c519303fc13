// SPDX-License-Identifier: Apache-2.0
/** Scores of created networks on held-out rows, beside a dummy and a linear model. */
@NullMarked
package io.nncreator.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
