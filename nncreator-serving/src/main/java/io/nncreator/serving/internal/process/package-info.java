// SPDX-License-Identifier: Apache-2.0
/** The files of a server that runs as a process of its own. */
@NullMarked
package io.nncreator.serving.internal.process;

import org.jspecify.annotations.NullMarked;
