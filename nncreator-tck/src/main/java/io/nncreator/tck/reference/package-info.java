// SPDX-License-Identifier: Apache-2.0
/**
 * The plain-Java interpreter of op graphs that every back-end is compared with, and numerical
 * gradients over it: slow, in double arithmetic, and simple enough to be checked by reading.
 */
@NullMarked
package io.nncreator.tck.reference;

import org.jspecify.annotations.NullMarked;
