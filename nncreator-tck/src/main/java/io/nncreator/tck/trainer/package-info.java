// SPDX-License-Identifier: Apache-2.0
/** What every {@link io.nncreator.api.spi.Trainer} promises, as tests, one promise each. */
@NullMarked
package io.nncreator.tck.trainer;

import org.jspecify.annotations.NullMarked;
