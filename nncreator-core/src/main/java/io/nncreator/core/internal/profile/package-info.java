// SPDX-License-Identifier: Apache-2.0
/** Tells what a table holds: kinds of columns, distributions, and what a person should look at. */
@NullMarked
package io.nncreator.core.internal.profile;

import org.jspecify.annotations.NullMarked;
