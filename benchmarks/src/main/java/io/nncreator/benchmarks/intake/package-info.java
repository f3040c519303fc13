// SPDX-License-Identifier: Apache-2.0
/** How fast and how well tables are read, beside other readers. */
@NullMarked
package io.nncreator.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
