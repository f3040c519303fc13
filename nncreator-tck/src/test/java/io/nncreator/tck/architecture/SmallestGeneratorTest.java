// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.architecture;

import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.Cosine;
import io.nncreator.api.training.CrossEntropy;
import io.nncreator.api.training.Loss;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.tck.ArchitectureGeneratorTck;
import java.util.List;

/** The contract can be met: a generator of nothing but linear models meets it. */
class SmallestGeneratorTest extends ArchitectureGeneratorTck {
  @Override
  protected ArchitectureGenerator generator() {
    return new ArchitectureGenerator() {
      @Override
      public String id() {
        return "linear";
      }

      @Override
      public Availability probe() {
        return new Availability.Ready();
      }

      @Override
      public List<Candidate> generate(Request request) {
        Loss loss =
            request.task().objective().value().classification()
                ? new CrossEntropy(0)
                : new SquaredError();
        TrainingRecipe recipe =
            new TrainingRecipe(loss, new AdamW(0), new Cosine(0.1), 0.01, 64, 30, 5, 1);
        NetworkSpec linear = new NetworkSpec("linear", 8, List.of());
        return List.of(new Candidate(linear, recipe, "the simplest model that may do"));
      }
    };
  }
}
