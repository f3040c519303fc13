// SPDX-License-Identifier: Apache-2.0
/** How far requests and answers are from those of the training data. */
@NullMarked
package io.nncreator.serving.internal.drift;

import org.jspecify.annotations.NullMarked;
