// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.nncreator.api.training.Losses;
import io.nncreator.api.training.Optimizers;
import io.nncreator.api.training.Schedules;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private record Entry(String name, Class<? extends Record> type) implements CatalogEntry {}

  @Test
  void namesAndKindsAreOneToOne() {
    for (Catalog<?> catalog :
        List.of(Layers.catalog(), Losses.catalog(), Optimizers.catalog(), Schedules.catalog())) {
      assertThat(catalog.types()).isNotEmpty();
      assertThat(catalog.types().keySet())
          .allMatch(name -> name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
      assertThat(new HashSet<>(catalog.types().values())).hasSameSizeAs(catalog.types().keySet());
    }
  }

  @Test
  void findsKindsByNameAndNamesByKind() {
    assertThat(Layers.catalog().type("linear")).isEqualTo(Linear.class);
    assertThat(Layers.catalog().type("nothing")).isNull();
    assertThat(Layers.catalog().name(new LayerNorm())).isEqualTo("layer-norm");
    Layer unknown = (graph, inputs) -> inputs.get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Layers.catalog().name(unknown))
        .withMessageContaining(
            "is not in the catalogue of Layer. Maybe add a CatalogEntry for it.");
    assertThat(Layers.catalog().types()).isUnmodifiable();
  }

  @Test
  void takesEntriesOfItsOwnPartOnly() {
    Catalog<Layer> catalog =
        Catalog.of(
            Layer.class,
            Map.of("linear", Linear.class),
            List.of(new Entry("my-add", Add.class), new Entry("adam", Entry.class)));
    assertThat(catalog.types()).containsOnlyKeys("linear", "my-add");
  }

  @Test
  void refusesTakenAndIllFormedNames() {
    Map<String, Class<? extends Record>> builtIn = Map.of("linear", Linear.class);
    assertThatIllegalStateException()
        .isThrownBy(() -> Catalog.of(Layer.class, builtIn, List.of(new Entry("linear", Add.class))))
        .withMessage("Two kinds of Layer are named (linear).");
    for (String name : List.of("", "Linear", "my layer", "my_layer", "-x", "x-")) {
      assertThatIllegalStateException()
          .isThrownBy(() -> Catalog.of(Layer.class, builtIn, List.of(new Entry(name, Add.class))))
          .withMessage(
              "The name ("
                  + name
                  + ") of io.nncreator.api.network.Add must be lower-case words joined by hyphens.");
    }
  }
}
