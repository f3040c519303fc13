// SPDX-License-Identifier: Apache-2.0
/** Measures NNCreator: quality on data sets, kept budgets, survival, memory; not published. */
@NullMarked
package io.nncreator.benchmarks;

import org.jspecify.annotations.NullMarked;
