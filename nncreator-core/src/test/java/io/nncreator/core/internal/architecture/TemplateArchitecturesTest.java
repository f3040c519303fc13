// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.architecture;

import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.tck.ArchitectureGeneratorTck;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The templates")
class TemplateArchitecturesTest extends ArchitectureGeneratorTck {
  @Override
  protected ArchitectureGenerator generator() {
    return new TemplateArchitectures();
  }
}
