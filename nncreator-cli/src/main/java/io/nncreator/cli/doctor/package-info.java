// SPDX-License-Identifier: Apache-2.0
/** Looks at the machine: what NNCreator needs and what would help it. */
@NullMarked
package io.nncreator.cli.doctor;

import org.jspecify.annotations.NullMarked;
