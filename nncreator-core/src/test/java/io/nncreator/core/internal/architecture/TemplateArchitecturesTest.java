// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.ArchitectureGenerator.Request;
import io.nncreator.tck.ArchitectureGeneratorTck;
import io.nncreator.tck.architecture.GeneratorRequests;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The templates")
class TemplateArchitecturesTest extends ArchitectureGeneratorTck {
  @Override
  protected ArchitectureGenerator generator() {
    return new TemplateArchitectures();
  }

  @Test
  @DisplayName("begin with the linear guard and the three families that averages gain from")
  void order() {
    for (Request request : GeneratorRequests.all(16)) {
      List<String> names =
          generator().generate(request).stream()
              .map(candidate -> candidate.network().name().replaceAll("-\\d+x\\d+$", ""))
              .toList();
      assertThat(names)
          .startsWith("linear", "piecewise-realmlp", "piecewise-mlp", "realmlp", "tabm");
    }
  }
}
