// SPDX-License-Identifier: Apache-2.0
/** From the start of a server to its end. */
@NullMarked
package io.nncreator.serving.internal.lifecycle;

import org.jspecify.annotations.NullMarked;
