// SPDX-License-Identifier: Apache-2.0
/** The folder in which networks and what belongs to them are kept. */
@NullMarked
package io.nncreator.core.internal.workspace;

import org.jspecify.annotations.NullMarked;
