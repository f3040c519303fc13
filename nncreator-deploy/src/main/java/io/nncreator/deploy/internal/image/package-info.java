// SPDX-License-Identifier: Apache-2.0
/** Builds container images without Docker. */
@NullMarked
package io.nncreator.deploy.internal.image;

import org.jspecify.annotations.NullMarked;
