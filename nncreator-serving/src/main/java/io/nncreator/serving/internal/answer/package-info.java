// SPDX-License-Identifier: Apache-2.0
/** Bodies of answers. */
@NullMarked
package io.nncreator.serving.internal.answer;

import org.jspecify.annotations.NullMarked;
