// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.TrainingException;
import org.junit.jupiter.api.Test;

class TrainingProgramTest {
  @Test
  void moreRowsThanABufferHoldsAreRefusedWithARemedy() {
    assertThatExceptionOfType(TrainingException.class)
        .isThrownBy(() -> TrainingProgram.direct(3L << 30))
        .withMessageContaining("3072 MiB")
        .withMessageContaining("Maybe learn from fewer rows or columns")
        .matches(e -> e.code() == ErrorCode.TRAINING_ENGINE);
  }
}
