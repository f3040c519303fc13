// SPDX-License-Identifier: Apache-2.0
/** A running service of a network: what is asked for, what is there, and what happens to it. */
@NullMarked
package io.nncreator.api.deploy;

import org.jspecify.annotations.NullMarked;
