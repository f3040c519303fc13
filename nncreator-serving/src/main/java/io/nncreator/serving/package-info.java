// SPDX-License-Identifier: Apache-2.0
/** The HTTP server for one finished network, in this process or in its own. */
@NullMarked
package io.nncreator.serving;

import org.jspecify.annotations.NullMarked;
