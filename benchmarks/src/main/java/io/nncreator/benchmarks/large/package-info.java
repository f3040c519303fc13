// SPDX-License-Identifier: Apache-2.0
/** Tables of millions of rows: time to profile them beside DuckDB, and memory of a creation. */
@NullMarked
package io.nncreator.benchmarks.large;

import org.jspecify.annotations.NullMarked;
