// SPDX-License-Identifier: Apache-2.0
/** What happens to whole processes: time from start to network, kills, memory over time. */
@NullMarked
package io.nncreator.benchmarks.process;

import org.jspecify.annotations.NullMarked;
