// SPDX-License-Identifier: Apache-2.0
/** The bundle: a finished network on disk, written whole or not at all and checked when read. */
@NullMarked
package io.nncreator.runtime.bundle;

import org.jspecify.annotations.NullMarked;
