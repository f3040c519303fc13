// SPDX-License-Identifier: Apache-2.0
/** What the command line talks through: streams, what they can show, the interrupt key. */
@NullMarked
package io.nncreator.cli.terminal;

import org.jspecify.annotations.NullMarked;
