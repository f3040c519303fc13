// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("TorchScript answers as the reference interpreter on 1,000 networks")
class TorchScriptParityIT {
  private static final int NETWORKS = 250;

  @ParameterizedTest(name = "{0} members, rows of their own: {1}")
  @CsvSource({"1, false", "1, true", "3, false", "3, true"})
  void answersAlike(int members, boolean ownRows) throws IOException {
    TorchScriptParityTest.check(members, ownRows, 1000 + members, NETWORKS);
  }
}
