// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkCost;
import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.ArchitectureGenerator.Candidate;
import io.nncreator.api.spi.ArchitectureGenerator.Request;
import io.nncreator.tck.architecture.GeneratorRequests;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * All that an {@link ArchitectureGenerator} promises. A generator's test extends it and gives its
 * generator.
 */
public abstract class ArchitectureGeneratorTck {
  private static final int LIMIT = 8;

  /** Returns the generator: always the same one or a new one. */
  protected abstract ArchitectureGenerator generator();

  @Test
  @DisplayName("proposes networks that can be lowered and are within the limits")
  void proposesSoundNetworks() {
    for (Request request : GeneratorRequests.all(LIMIT)) {
      List<Candidate> candidates = generator().generate(request);
      assertThat(candidates).as("%s", request.layout()).isNotEmpty();
      for (Candidate candidate : candidates) {
        NetworkAssembly network =
            new NetworkAssembly(request.layout(), candidate.network(), request.outputs());
        assertThatCode(() -> NetworkCost.of(network)).doesNotThrowAnyException();
        assertThat(candidate.recipe().loss().classification())
            .isEqualTo(request.task().objective().value().classification());
        assertThat(candidate.reason()).isNotBlank();
      }
    }
  }

  @Test
  @DisplayName("proposes at most as many as are asked for")
  void keepsTheLimit() {
    for (int limit : new int[] {1, 2, 3}) {
      for (Request request : GeneratorRequests.all(limit)) {
        assertThat(generator().generate(request)).hasSizeBetween(1, limit);
      }
    }
  }

  @Test
  @DisplayName("proposes nothing twice")
  void doesNotRepeatItself() {
    for (Request request : GeneratorRequests.all(LIMIT)) {
      assertThat(generator().generate(request))
          .extracting(candidate -> List.of(candidate.network(), candidate.recipe()))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  @DisplayName("proposes the same for the same request")
  void isRepeatable() {
    for (Request request : GeneratorRequests.all(LIMIT)) {
      assertThat(generator().generate(request)).isEqualTo(generator().generate(request));
    }
  }

  @Test
  @DisplayName("tells who it is and whether it can work")
  void introducesItself() {
    assertThat(generator().id()).matches("[a-z][a-z0-9-]*");
    assertThatCode(() -> generator().probe()).doesNotThrowAnyException();
  }
}
