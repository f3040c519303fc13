// SPDX-License-Identifier: Apache-2.0
/** HTTP on the wire: connections, limits of time and size, routes, tokens, the access log. */
@NullMarked
package io.nncreator.serving.internal.http;

import org.jspecify.annotations.NullMarked;
