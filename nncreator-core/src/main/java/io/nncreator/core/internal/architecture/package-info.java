// SPDX-License-Identifier: Apache-2.0
/** Proposes networks for a task from templates. */
@NullMarked
package io.nncreator.core.internal.architecture;

import org.jspecify.annotations.NullMarked;
