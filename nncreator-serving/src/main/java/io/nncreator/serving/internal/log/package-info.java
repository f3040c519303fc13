// SPDX-License-Identifier: Apache-2.0
/** The log of a process that does nothing but serve: one line for each event. */
@NullMarked
package io.nncreator.serving.internal.log;

import org.jspecify.annotations.NullMarked;
