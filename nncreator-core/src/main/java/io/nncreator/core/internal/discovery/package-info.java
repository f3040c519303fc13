// SPDX-License-Identifier: Apache-2.0
/** Finds the providers that are on the class path and chooses among them. */
@NullMarked
package io.nncreator.core.internal.discovery;

import org.jspecify.annotations.NullMarked;
