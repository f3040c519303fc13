// SPDX-License-Identifier: Apache-2.0
/** Tasks that generators of networks are asked about. */
@NullMarked
package io.nncreator.tck.architecture;

import org.jspecify.annotations.NullMarked;
