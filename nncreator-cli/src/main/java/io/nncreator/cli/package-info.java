// SPDX-License-Identifier: Apache-2.0
/** The command line of NNCreator. */
@NullMarked
package io.nncreator.cli;

import org.jspecify.annotations.NullMarked;
