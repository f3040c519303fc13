// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.trainer;

import io.nncreator.api.spi.Trainer;

/** Gives the contracts the trainer that they judge. */
public interface TrainerUnderTest {
  /** Returns the trainer: always the same one or a new one. */
  Trainer trainer();
}
