// SPDX-License-Identifier: Apache-2.0
/** How a network is trained: losses, optimisers, schedules, recipes, and what a run gives back. */
@NullMarked
package io.nncreator.api.training;

import org.jspecify.annotations.NullMarked;
