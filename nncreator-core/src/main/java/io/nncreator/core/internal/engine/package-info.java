// SPDX-License-Identifier: Apache-2.0
/** Runs creations: the stages in their order, trainings on shared threads, until the release. */
@NullMarked
package io.nncreator.core.internal.engine;

import org.jspecify.annotations.NullMarked;
