// SPDX-License-Identifier: Apache-2.0
/** JSON of records: strict, without reflection on anything that the text could choose. */
@NullMarked
package io.nncreator.runtime.json;

import org.jspecify.annotations.NullMarked;
