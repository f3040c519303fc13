// SPDX-License-Identifier: Apache-2.0
/**
 * The words of the field: task, data schema, network specification, training recipe, events, errors
 * and the SPIs.
 */
@NullMarked
package io.nncreator.api;

import org.jspecify.annotations.NullMarked;
