// SPDX-License-Identifier: Apache-2.0
/** Turns values into text for people and machines: numbers, times, JSON, CSV, safe display. */
@NullMarked
package io.nncreator.cli.text;

import org.jspecify.annotations.NullMarked;
