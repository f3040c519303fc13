// SPDX-License-Identifier: Apache-2.0
/**
 * Networks as data: typed layers, the specification of a network, its lowering to an op graph and
 * the estimate of what it costs.
 */
@NullMarked
package io.nncreator.api.network;

import org.jspecify.annotations.NullMarked;
