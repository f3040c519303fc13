// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A profile of the training data")
class TrainingProfileTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("has bins with about the same number of values each")
  void numbers() {
    double[] values = IntStream.range(0, 1_000).mapToDouble(i -> i).toArray();
    values[999] = Double.NaN;
    Distribution bins = DistributionFitter.numbers("x", values);
    assertThat(bins.edges()).hasSize(9).isSorted();
    assertThat(bins.shares().subList(0, 10)).allMatch(share -> Math.abs(share - 0.1) < 0.002);
    assertThat(bins.shares().get(bins.missing())).isEqualTo(0.001);
    assertThat(sum(bins)).isCloseTo(1, within(1e-9));
    assertThat(bins.bin(-1e9)).isZero();
    assertThat(bins.bin(bins.edges().get(0))).isZero();
    assertThat(bins.bin(Math.nextUp(bins.edges().get(0)))).isEqualTo(1);
    assertThat(bins.bin(1e9)).isEqualTo(9);
  }

  @Test
  @DisplayName("has fewer bins where values are equal, and one where all are")
  void ties() {
    Distribution flags = DistributionFitter.numbers("f", new double[] {0, 0, 0, 0, 1});
    assertThat(flags.edges()).containsExactly(0.0);
    assertThat(flags.shares()).containsExactly(0.8, 0.2, 0.0, 0.0);
    assertThat(DistributionFitter.numbers("c", new double[] {5, 5}).shares())
        .containsExactly(1.0, 0.0, 0.0);
    assertThat(DistributionFitter.numbers("n", new double[] {Double.NaN}).shares())
        .containsExactly(0.0, 0.0, 1.0);
  }

  @Test
  @DisplayName("has the most frequent texts, all others together, and missing cells")
  void texts() {
    List<String> many = IntStream.range(0, 200).mapToObj(i -> "t" + i / 3).toList();
    Distribution bins = DistributionFitter.texts("t", many);
    assertThat(bins.levels()).hasSize(50);
    assertThat(bins.shares().get(bins.other())).isCloseTo(0.25, within(0.01));
    assertThat(sum(bins)).isCloseTo(1, within(1e-9));
    Distribution few = DistributionFitter.texts("t", Arrays.asList("a", null, "b", "a"));
    assertThat(few.levels()).containsExactly("a", "b");
    assertThat(few.shares()).containsExactly(0.5, 0.25, 0.0, 0.25);
  }

  @Test
  @DisplayName("lies in a bundle, or does not")
  void bundle() {
    TrainingProfile profile =
        new TrainingProfile(
            4,
            List.of(DistributionFitter.numbers("x", new double[] {1, 2, 3, 4})),
            DistributionFitter.texts("prediction", List.of("A", "B")));
    BundleWriter.write(Bundles.average().with(profile), folder.resolve("with"));
    BundleWriter.write(Bundles.average(), folder.resolve("without"));
    assertThat(BundleReader.profile(folder.resolve("with"))).isEqualTo(profile);
    assertThat(BundleReader.read(folder.resolve("with")).profile()).isEqualTo(profile);
    assertThat(BundleReader.profile(folder.resolve("without"))).isNull();
    assertThat(Files.exists(folder.resolve("without/profile.json"))).isFalse();
  }

  @Test
  @DisplayName("is refused if its shares do not fit its bins")
  void shares() {
    assertThatThrownBy(() -> new Distribution("x", List.of(1.0), List.of(), List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Distribution("x", List.of(2.0, 1.0), List.of(), List.of(1., 0., 0., 0., 0.)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double sum(Distribution bins) {
    return bins.shares().stream().mapToDouble(share -> share).sum();
  }
}
