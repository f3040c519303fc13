// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.task.Metric;
import io.nncreator.runtime.bundle.BundleReader;
import io.nncreator.runtime.bundle.GoldenRow;
import io.nncreator.runtime.bundle.NetworkBundle;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A bundle of format 1")
class KeptBundlesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @DisplayName("still tells classes as on the day it was made")
  void classification(int format) throws URISyntaxException {
    try (NeuralNetwork network = NeuralNetwork.load(kept(format, "port-1"))) {
      assertThat(network.info().formatVersion()).isEqualTo(format);
      assertThat(network.info().classes())
          .containsExactly("Cherbourg", "Queens`town|", "Southampton");
      assertThat(network.info().metric()).isEqualTo(Metric.ACCURACY);
      assertAnswers(network, BundleReader.read(network.location()));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @DisplayName("still tells numbers as on the day it was made")
  void regression(int format) throws URISyntaxException {
    try (NeuralNetwork network = NeuralNetwork.load(kept(format, "price-1"))) {
      assertThat(network.info().classes()).isEmpty();
      assertAnswers(network, BundleReader.read(network.location()));
    }
  }

  @Test
  @DisplayName("still averages several networks as on the day it was made")
  void average() throws URISyntaxException {
    try (NeuralNetwork network = NeuralNetwork.load(kept(2, "average-1"))) {
      NetworkBundle bundle = BundleReader.read(network.location());
      assertThat(bundle.model().networks().parts()).hasSize(2);
      assertThat(bundle.recipes()).hasSize(2);
      assertAnswers(network, bundle);
    }
  }

  private static void assertAnswers(NeuralNetwork network, NetworkBundle bundle) {
    List<GoldenRow> golden = bundle.golden();
    assertThat(golden).hasSize(3);
    assertThat(golden).anySatisfy(row -> assertThat(row.row()).containsValue(null));
    for (GoldenRow row : golden) {
      Prediction answer = network.predict(row.row());
      Double number = row.number();
      if (number != null) {
        assertThat(answer.number() / number).isCloseTo(1, within(1e-5));
      } else {
        assertThat(answer.label()).isEqualTo(row.label());
        List<Double> now = List.copyOf(answer.probabilities().values());
        for (int c = 0; c < now.size(); c++) {
          assertThat(now.get(c)).isCloseTo(row.probabilities().get(c), within(1e-5));
        }
      }
    }
  }

  private static Path kept(int format, String name) throws URISyntaxException {
    URL place = KeptBundlesTest.class.getResource("/bundles/format-" + format + "/" + name);
    return Path.of(Objects.requireNonNull(place, name).toURI());
  }
}
