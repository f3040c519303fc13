// SPDX-License-Identifier: Apache-2.0
/** Requests that wait at the same time, answered in one run of the model. */
@NullMarked
package io.nncreator.serving.internal.batch;

import org.jspecify.annotations.NullMarked;
