// SPDX-License-Identifier: Apache-2.0
/** What can go wrong, each with a code that has a page in {@code docs/errors}. */
@NullMarked
package io.nncreator.api.error;

import org.jspecify.annotations.NullMarked;
