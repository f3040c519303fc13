// SPDX-License-Identifier: Apache-2.0
/** What a creation is made of before training: the order, its journal, its plan. */
@NullMarked
package io.nncreator.core.internal.creation;

import org.jspecify.annotations.NullMarked;
