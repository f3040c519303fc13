// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.event;

import java.time.Instant;

/** Something that happened in one creation. New kinds may come; ignore unknown ones. */
public interface CreationEvent {
  /** Returns the id of the creation. */
  String creation();

  /** Returns when it happened. */
  Instant at();
}
