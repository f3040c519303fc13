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

@DisplayName("A bundle of format 1")
class FormatOneTest {

  @Test
  @DisplayName("still tells classes as on the day it was made")
  void classification() throws URISyntaxException {
    try (NeuralNetwork network = NeuralNetwork.load(kept("port-1"))) {
      assertThat(network.info().formatVersion()).isEqualTo(1);
      assertThat(network.info().classes())
          .containsExactly("Cherbourg", "Queens`town|", "Southampton");
      assertThat(network.info().metric()).isEqualTo(Metric.ACCURACY);
      assertAnswers(network, BundleReader.read(network.location()));
    }
  }

  @Test
  @DisplayName("still tells numbers as on the day it was made")
  void regression() throws URISyntaxException {
    try (NeuralNetwork network = NeuralNetwork.load(kept("price-1"))) {
      assertThat(network.info().classes()).isEmpty();
      assertAnswers(network, BundleReader.read(network.location()));
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

  private static Path kept(String name) throws URISyntaxException {
    URL place = FormatOneTest.class.getResource("/bundles/format-1/" + name);
    return Path.of(Objects.requireNonNull(place, name).toURI());
  }
}
