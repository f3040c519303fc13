// SPDX-License-Identifier: Apache-2.0
/** The files of which servers are started, written once. */
@NullMarked
package io.nncreator.deploy.internal.library;

import org.jspecify.annotations.NullMarked;
