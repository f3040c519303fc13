// SPDX-License-Identifier: Apache-2.0
/** Encoded rows on disk, in chunks of which a training holds one at a time. */
@NullMarked
package io.nncreator.core.internal.chunks;

import org.jspecify.annotations.NullMarked;
