// SPDX-License-Identifier: Apache-2.0
/** What each path of the server does. */
@NullMarked
package io.nncreator.serving.internal.endpoint;

import org.jspecify.annotations.NullMarked;
