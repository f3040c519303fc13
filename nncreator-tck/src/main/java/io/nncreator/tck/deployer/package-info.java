// SPDX-License-Identifier: Apache-2.0
/** What every deployer promises. */
@NullMarked
package io.nncreator.tck.deployer;

import org.jspecify.annotations.NullMarked;
