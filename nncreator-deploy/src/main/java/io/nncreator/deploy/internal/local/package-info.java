// SPDX-License-Identifier: Apache-2.0
/** Replicas on this machine without containers, and the front that shares requests among them. */
@NullMarked
package io.nncreator.deploy.internal.local;

import org.jspecify.annotations.NullMarked;
