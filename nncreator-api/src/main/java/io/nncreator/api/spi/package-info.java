// SPDX-License-Identifier: Apache-2.0
/** What an extender implements; found by {@link java.util.ServiceLoader} or set in the builder. */
@NullMarked
package io.nncreator.api.spi;

import org.jspecify.annotations.NullMarked;
