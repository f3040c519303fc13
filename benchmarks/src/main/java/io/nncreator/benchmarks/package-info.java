// SPDX-License-Identifier: Apache-2.0
/** JMH benchmarks and side-by-side runs against peers; not published. */
@NullMarked
package io.nncreator.benchmarks;

import org.jspecify.annotations.NullMarked;
