// SPDX-License-Identifier: Apache-2.0
/** What happens during a creation, as objects for listeners, progress bars and the journal. */
@NullMarked
package io.nncreator.api.event;

import org.jspecify.annotations.NullMarked;
