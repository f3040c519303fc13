// SPDX-License-Identifier: Apache-2.0
/** Shows a running creation on standard error. */
@NullMarked
package io.nncreator.cli.progress;

import org.jspecify.annotations.NullMarked;
