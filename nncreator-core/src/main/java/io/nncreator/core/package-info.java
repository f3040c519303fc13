// SPDX-License-Identifier: Apache-2.0
/** Creates networks: intake of data, analysis, planning, search, selection, journal and store. */
@NullMarked
package io.nncreator.core;

import org.jspecify.annotations.NullMarked;
