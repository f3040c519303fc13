// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.training.TrainingRows;
import io.nncreator.runtime.onnx.EncodedRows;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The comparison of engines")
class EngineParityTest {
  private static final TrainingRows ROWS =
      new TrainingRows(
          new FeatureLayout(2, List.of(9)),
          new float[] {0, 10, 1, 11, 2, 12, 3, 13, 4, 14},
          new long[] {5, 6, 7, 8, 3},
          new int[0],
          new float[] {0, 0, 0, 0, 0});

  @Test
  @DisplayName("takes rows at even distances, their numbers with their codes")
  void rows() {
    EncodedRows third = EngineParity.every(ROWS, 3);
    assertThat(third.rows()).isEqualTo(2);
    assertThat(third.numeric()).containsExactly(0, 10, 3, 13);
    assertThat(third.codes()).containsExactly(5, 8);
    assertThat(EngineParity.every(ROWS, 1).numeric()).isEqualTo(ROWS.numeric());
  }
}
