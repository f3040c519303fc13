// SPDX-License-Identifier: Apache-2.0
/** The server under load, each part in a process of its own. */
@NullMarked
package io.nncreator.benchmarks.serving;

import org.jspecify.annotations.NullMarked;
