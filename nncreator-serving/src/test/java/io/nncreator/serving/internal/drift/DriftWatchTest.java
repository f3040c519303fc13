// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.runtime.Predictions;
import io.nncreator.runtime.bundle.Distribution;
import io.nncreator.runtime.bundle.DistributionFitter;
import io.nncreator.runtime.bundle.TrainingProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Drift")
class DriftWatchTest {
  private static final List<String> CLASSES = List.of("no", "yes");

  private final Random random = new Random(1);

  @Test
  @DisplayName("is near zero for rows like those of the training, and large for others")
  void indices() {
    DriftWatch same = new DriftWatch(profile());
    DriftWatch other = new DriftWatch(profile());
    for (int i = 0; i < 2_000; i++) {
      same.add(List.of(row(random.nextGaussian(), "a", random.nextInt(4) == 0)), answer(0.7), 0);
      other.add(List.of(row(random.nextGaussian() + 2, "new", true)), answer(0.2), 0);
    }
    assertThat(index(same, "nncreator_feature_psi{feature=\"x\"}")).isBetween(0.0, 0.05);
    assertThat(index(same, "nncreator_feature_psi{feature=\"colour\"}")).isBetween(0.0, 0.01);
    assertThat(index(other, "nncreator_feature_psi{feature=\"x\"}")).isGreaterThan(1);
    assertThat(index(other, "nncreator_feature_psi{feature=\"colour\"}")).isGreaterThan(1);
    assertThat(index(other, "nncreator_feature_psi{feature=\"flag\"}")).isGreaterThan(0.2);
    assertThat(index(same, "nncreator_prediction_psi")).isLessThan(0.01);
    assertThat(index(other, "nncreator_prediction_psi")).isGreaterThan(1);
    double parts =
        index(other, "nncreator_prediction_class_psi{class=\"no\"}")
            + index(other, "nncreator_prediction_class_psi{class=\"yes\"}");
    assertThat(parts).isBetween(1.0, index(other, "nncreator_prediction_psi") + 1e-9);
  }

  @Test
  @DisplayName("is told when enough rows have come, and forgets old ones")
  void window() {
    DriftWatch watch = new DriftWatch(profile());
    watch.add(List.of(row(0.1, "a", null)), answer(0.7), 0);
    assertThat(text(watch)).contains("nncreator_drift_rows 1.0").doesNotContain("psi");
    for (int i = 0; i < 10_000; i++) {
      watch.add(List.of(row(5, "a", null)), answer(0.7), 0);
    }
    double shifted = index(watch, "nncreator_feature_psi{feature=\"x\"}");
    for (int i = 0; i < 40_000; i++) {
      watch.add(List.of(row(random.nextGaussian(), "a", null)), answer(0.7), 0);
    }
    assertThat(index(watch, "nncreator_feature_psi{feature=\"x\"}"))
        .isLessThan(shifted / 10)
        .isLessThan(0.1);
    assertThat(index(watch, "nncreator_drift_rows")).isLessThanOrEqualTo(10_000);
  }

  @Test
  @DisplayName("understands a cell in whatever form it comes")
  void cells() {
    DriftWatch numbers = new DriftWatch(profile());
    DriftWatch texts = new DriftWatch(profile());
    for (int i = 0; i < 300; i++) {
      double x = random.nextGaussian();
      boolean flag = random.nextBoolean();
      numbers.add(List.of(row(x, "a", flag)), answer(0.7), 0);
      texts.add(List.of(row(Double.toString(x), " a ", flag ? "yes" : "0")), answer(0.7), 0);
    }
    assertThat(text(texts)).isEqualTo(text(numbers));
  }

  @Test
  @DisplayName("is not told where the training is not known")
  void none() {
    DriftWatch watch = new DriftWatch(null);
    watch.add(List.of(row(1, "a", null)), answer(0.7), 0);
    assertThat(text(watch)).isEmpty();
  }

  private static TrainingProfile profile() {
    Random random = new Random(2);
    double[] numbers = random.doubles(5_000).map(any -> random.nextGaussian()).toArray();
    double[] flags = random.doubles(5_000).map(v -> v < 0.25 ? 1 : 0).toArray();
    return new TrainingProfile(
        5_000,
        List.of(
            DistributionFitter.numbers("x", numbers),
            DistributionFitter.texts("colour", Arrays.asList("a", "a", "a", "a")),
            DistributionFitter.numbers("flag", flags)),
        new Distribution("prediction", List.of(), CLASSES, List.of(0.999, 0.001, 0.0, 0.0)));
  }

  private static Map<String, @Nullable Object> row(Object x, String colour, @Nullable Object flag) {
    Map<String, @Nullable Object> cells = new HashMap<>();
    cells.put("x", x);
    cells.put("colour", colour);
    cells.put("flag", flag);
    return cells;
  }

  private static Predictions answer(double no) {
    return Predictions.of(CLASSES, new double[] {no, 1 - no});
  }

  private static String text(DriftWatch watch) {
    StringBuilder text = new StringBuilder();
    watch.write(text);
    return text.toString();
  }

  private static double index(DriftWatch watch, String name) {
    Matcher line =
        Pattern.compile("^" + Pattern.quote(name) + " (.*)$", Pattern.MULTILINE)
            .matcher(text(watch));
    List<String> found = new ArrayList<>();
    while (line.find()) {
      found.add(line.group(1));
    }
    assertThat(found).as(name).hasSize(1);
    return Double.parseDouble(found.get(0));
  }
}
