// SPDX-License-Identifier: Apache-2.0
/** What is asked for: modality, objective, target, metric, each with its reason. */
@NullMarked
package io.nncreator.api.task;

import org.jspecify.annotations.NullMarked;
