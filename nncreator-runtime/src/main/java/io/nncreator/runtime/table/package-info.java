// SPDX-License-Identifier: Apache-2.0
/**
 * Delimited text as people write it: encodings, dialects, headers, local ways of writing numbers.
 */
@NullMarked
package io.nncreator.runtime.table;

import org.jspecify.annotations.NullMarked;
