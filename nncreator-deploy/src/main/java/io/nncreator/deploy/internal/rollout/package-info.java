// SPDX-License-Identifier: Apache-2.0
/** Moves a service from one set of replicas to another, whatever they run in. */
@NullMarked
package io.nncreator.deploy.internal.rollout;

import org.jspecify.annotations.NullMarked;
