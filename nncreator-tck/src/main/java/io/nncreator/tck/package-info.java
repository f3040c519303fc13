// SPDX-License-Identifier: Apache-2.0
/**
 * Contract tests that every implementation of an SPI must pass, and the plain-Java reference
 * interpreter of networks.
 */
@NullMarked
package io.nncreator.tck;

import org.jspecify.annotations.NullMarked;
