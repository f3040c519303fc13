// SPDX-License-Identifier: Apache-2.0
/** Counters and histograms in the text format of Prometheus. */
@NullMarked
package io.nncreator.serving.internal.metrics;

import org.jspecify.annotations.NullMarked;
