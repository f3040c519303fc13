// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import static io.nncreator.core.internal.features.Tables.numbers;
import static io.nncreator.core.internal.features.Tables.profile;
import static io.nncreator.core.internal.features.Tables.task;
import static io.nncreator.core.internal.features.Tables.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Objective;
import io.nncreator.runtime.pipeline.Encoding;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PipelineFitterTest {
  private static final double NAN = Double.NaN;

  @Test
  void numbersAreScaledByMedianAndQuartiles() {
    FeaturePipeline pipeline = fit(Map.of(), numbers("x", 1, 2, 3, 4, 5));

    assertThat(pipeline.encodings())
        .containsExactly(new Encoding.ScaledNumber("x", 3, 3, 2, false, 3));
  }

  @Test
  void missingNumbersGetAnIndicator() {
    FeaturePipeline pipeline = fit(Map.of(), numbers("x", 1, NAN, 3, 4, 5));

    assertThat(((Encoding.ScaledNumber) pipeline.encodings().get(0)).indicator()).isTrue();
  }

  @Test
  void fewLevelsBecomeOneHotTheMostFrequentFirst() {
    FeaturePipeline pipeline = fit(Map.of(), texts("c", "b", "a", "b", null, "c"));

    assertThat(pipeline.encodings())
        .containsExactly(new Encoding.OneHotCategory("c", List.of("b", "a", "c"), true));
  }

  @Test
  void manyLevelsAreEmbeddedAndRareOnesAreUnknown() {
    String[] cells =
        IntStream.range(0, 60)
            .mapToObj(i -> i < 50 ? "l" + i % 25 : "rare" + i)
            .toArray(String[]::new);
    FeaturePipeline pipeline = fit(Map.of(), new Column[] {texts("c", cells)}, targetOf(60));

    Encoding.EmbeddedCategory category = (Encoding.EmbeddedCategory) pipeline.encodings().get(0);
    assertThat(category.levels()).hasSize(25).noneMatch(level -> level.startsWith("rare"));
  }

  @Test
  void aDateGetsTheCyclesThatItsSpanCovers() {
    double day = 86_400;
    Column date =
        new Column.Numbers(
            "d", NumberType.TIMESTAMP, new double[] {0, day, 20 * day, 30 * day, 9 * day});
    FeaturePipeline pipeline = fit(Map.of("d", ColumnKind.DATE_TIME), date);

    Encoding.DateParts parts = (Encoding.DateParts) pipeline.encodings().get(0);
    assertThat(parts.yearly()).isFalse();
    assertThat(parts.weekly()).isTrue();
    assertThat(parts.daily()).isFalse();
  }

  @Test
  void constantsIdentifiersAndTextsAreLeftOut() {
    FeaturePipeline pipeline =
        fit(
            Map.of("id", ColumnKind.IDENTIFIER, "note", ColumnKind.TEXT),
            numbers("id", 1, 2, 3, 4, 5),
            texts("note", "a", "b", "c", "d", "e"),
            numbers("same", 7, 7, 7, 7, 7),
            numbers("x", 1, 2, 3, 4, 5));

    assertThat(pipeline.columns()).extracting(column -> column.name()).containsExactly("x");
  }

  @Test
  void nothingLeftIsAnError() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> fit(Map.of(), numbers("same", 7, 7, 7, 7, 7)))
        .matches(e -> e.code() == ErrorCode.DATA_NO_FEATURES)
        .withMessageContaining("(y)");
  }

  @Test
  void theTargetIsNeverAFeature() {
    FeaturePipeline pipeline = fit(Map.of(), numbers("x", 1, 2, 3, 4, 5));

    assertThat(pipeline.columns()).noneMatch(column -> column.name().equals("y"));
  }

  private static FeaturePipeline fit(Map<String, ColumnKind> kinds, Column... features) {
    return fit(kinds, features, targetOf(5));
  }

  private static FeaturePipeline fit(
      Map<String, ColumnKind> kinds, Column[] features, Column target) {
    Column[] all = Arrays.copyOf(features, features.length + 1);
    all[features.length] = target;
    Dataset data = new Dataset("t", List.of(all));
    return PipelineFitter.fit(
        data, profile(data, kinds), task("y", Objective.REGRESSION, Metric.RMSE));
  }

  private static Column targetOf(int rows) {
    return numbers("y", IntStream.range(0, rows).asDoubleStream().toArray());
  }
}
