// SPDX-License-Identifier: Apache-2.0
/** The network that is served and what identifies it. */
@NullMarked
package io.nncreator.serving.internal.model;

import org.jspecify.annotations.NullMarked;
