// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The calibration of precisions")
class PrecisionCalibrationTest {
  @Test
  @DisplayName("measures something and stands by its answer")
  void standsByItsAnswer() {
    assertThat(PrecisionCalibration.gain()).isPositive().isFinite();
    assertThat(PrecisionCalibration.fastest()).isEqualTo(PrecisionCalibration.fastest());
  }
}
