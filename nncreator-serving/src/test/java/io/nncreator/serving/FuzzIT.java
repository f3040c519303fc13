// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A server under many malformed requests")
class FuzzIT {
  @Test
  @DisplayName("answers 4xx or closes the connection, with 1,000 idle connections open")
  void fuzz() throws IOException {
    FuzzTest.run(10_000, 1_000);
  }
}
