// SPDX-License-Identifier: Apache-2.0
/** What a server needs on its class path. */
@NullMarked
package io.nncreator.deploy.internal.library;

import org.jspecify.annotations.NullMarked;
