// SPDX-License-Identifier: Apache-2.0
/** The commands, one class each, with the options that they share. */
@NullMarked
package io.nncreator.cli.command;

import org.jspecify.annotations.NullMarked;
