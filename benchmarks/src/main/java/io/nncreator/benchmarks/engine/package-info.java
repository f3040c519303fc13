// SPDX-License-Identifier: Apache-2.0
/** How fast networks train and answer, against DJL's own API, Python and the machine's peak. */
@NullMarked
package io.nncreator.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
