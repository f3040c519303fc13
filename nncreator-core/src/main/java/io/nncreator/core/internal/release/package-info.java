// SPDX-License-Identifier: Apache-2.0
/**
 * Turns a champion into a bundle: exports it, checks every engine against the others, judges the
 * delivered bytes on rows that no step has seen, and writes all of it in one move.
 */
@NullMarked
package io.nncreator.core.internal.release;

import org.jspecify.annotations.NullMarked;
