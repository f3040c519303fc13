// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A network in ONNX answers as the reference interpreter does, for 1,000 networks")
class NetworkRunnerIT {
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void agrees(int members) {
    NetworkRunnerTest.check(members, 1000, 1500);
  }
}
