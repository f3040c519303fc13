// SPDX-License-Identifier: Apache-2.0
/** Turns typed columns into what networks learn from: targets, and fitted feature pipelines. */
@NullMarked
package io.nncreator.core.internal.features;

import org.jspecify.annotations.NullMarked;
