// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl;

import io.nncreator.api.spi.Trainer;
import io.nncreator.tck.TrainerTck;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The DJL trainer")
class DjlTrainerTest extends TrainerTck {
  @Override
  public Trainer trainer() {
    return new DjlTrainer();
  }
}
