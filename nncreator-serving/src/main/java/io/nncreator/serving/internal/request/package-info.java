// SPDX-License-Identifier: Apache-2.0
/** Bodies of requests read as rows of raw cells. */
@NullMarked
package io.nncreator.serving.internal.request;

import org.jspecify.annotations.NullMarked;
