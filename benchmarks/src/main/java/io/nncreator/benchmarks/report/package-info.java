// SPDX-License-Identifier: Apache-2.0
/** How figures are printed, and on which machine they were taken. */
@NullMarked
package io.nncreator.benchmarks.report;

import org.jspecify.annotations.NullMarked;
