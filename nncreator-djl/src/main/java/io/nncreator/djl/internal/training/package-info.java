// SPDX-License-Identifier: Apache-2.0
/** The training program and the loop that feeds it. */
@NullMarked
package io.nncreator.djl.internal.training;

import org.jspecify.annotations.NullMarked;
