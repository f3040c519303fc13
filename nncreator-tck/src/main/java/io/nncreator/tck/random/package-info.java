// SPDX-License-Identifier: Apache-2.0
/** Seeded generators of valid networks, rows, weights and recipes for property tests. */
@NullMarked
package io.nncreator.tck.random;

import org.jspecify.annotations.NullMarked;
