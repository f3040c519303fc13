// SPDX-License-Identifier: Apache-2.0
/** Replicas in hardened containers behind a load balancer in another. */
@NullMarked
package io.nncreator.deploy.internal.docker;

import org.jspecify.annotations.NullMarked;
