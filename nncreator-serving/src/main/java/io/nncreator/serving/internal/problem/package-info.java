// SPDX-License-Identifier: Apache-2.0
/** Refusals, as problem+json (RFC 9457). */
@NullMarked
package io.nncreator.serving.internal.problem;

import org.jspecify.annotations.NullMarked;
