// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.spi.Trainer;
import io.nncreator.tck.TrainerTck;

class ReferenceTrainerTest extends TrainerTck {
  @Override
  public Trainer trainer() {
    return new ReferenceTrainer();
  }
}
