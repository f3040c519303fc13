// SPDX-License-Identifier: Apache-2.0
/** Files and folders that appear whole or not at all. */
@NullMarked
package io.nncreator.runtime.internal.disk;

import org.jspecify.annotations.NullMarked;
