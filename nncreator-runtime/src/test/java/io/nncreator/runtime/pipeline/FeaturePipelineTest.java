// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.runtime.pipeline.Encoding.EmbeddedCategory;
import io.nncreator.runtime.pipeline.Encoding.Flag;
import io.nncreator.runtime.pipeline.Encoding.OneHotCategory;
import io.nncreator.runtime.pipeline.Encoding.ScaledNumber;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A feature pipeline")
class FeaturePipelineTest {
  private final RawColumn age = new RawColumn("age", RawType.NUMBER);
  private final RawColumn town = new RawColumn("town", RawType.CATEGORY);
  private final Encoding scaled = new ScaledNumber("age", 0, 0, 1, false, 3);
  private final Encoding embedded = new EmbeddedCategory("town", List.of("Rome"));

  @Test
  @DisplayName("states its layout: features, and codes with unknown and missing")
  void layout() {
    FeaturePipeline pipeline = new FeaturePipeline(List.of(town, age), List.of(scaled, embedded));
    assertThat(pipeline.layout()).isEqualTo(new FeatureLayout(1, List.of(3)));
    assertThat(pipeline.featureNames()).containsExactly("age");
  }

  @Test
  @DisplayName("asks only for inputs that it needs")
  void inputs() {
    assertThat(graph(new FeaturePipeline(List.of(age), List.of(scaled))).inputs())
        .containsOnlyKeys("numbers");
    assertThat(graph(new FeaturePipeline(List.of(town), List.of(embedded))).inputs())
        .containsOnlyKeys("codes");
  }

  @Test
  @DisplayName("has a graph that does not grow with the number columns")
  void small() {
    List<RawColumn> columns = new ArrayList<>();
    List<Encoding> encodings = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      columns.add(new RawColumn("n" + i, RawType.NUMBER));
      encodings.add(new ScaledNumber("n" + i, i, i, 1 + i, true, 3));
    }
    assertThat(graph(new FeaturePipeline(columns, encodings)).nodes()).hasSizeLessThan(30);
  }

  @Test
  @DisplayName("refuses columns and encodings that do not fit")
  void rules() {
    refused("does not suit any raw column", List.of(town), List.of(embedded, scaled));
    refused("(town) has no encoding", List.of(age, town), List.of(scaled));
    refused("Two raw columns are named (age)", List.of(age, age), List.of(scaled));
    refused(
        "does not suit a NUMBER",
        List.of(age),
        List.of(new OneHotCategory("age", List.of("1"), false)));
    refused("does not suit a CATEGORY", List.of(town), List.of(new Flag("town", false)));
    refused("has two encodings", List.of(town), List.of(embedded, embedded));
  }

  @Test
  @DisplayName("may use one number twice")
  void twice() {
    FeaturePipeline pipeline =
        new FeaturePipeline(List.of(age), List.of(scaled, new Flag("age", false)));
    assertThat(pipeline.layout().numeric()).isEqualTo(2);
  }

  @Test
  @DisplayName("refuses encodings with impossible settings")
  void settings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScaledNumber("age", Double.NaN, 0, 1, false, 0))
        .withMessageContaining("(age)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScaledNumber("age", 0, 0, 0, false, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScaledNumber("age", 0, 0, 1, false, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OneHotCategory("town", List.of("a", "a"), false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmbeddedCategory("town", List.of("")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TargetEncoding.Classes(List.of("only")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TargetEncoding.Standardised(0, 0, false));
  }

  @Test
  @DisplayName("numbers the levels of a category from 2 on")
  void codes() {
    Vocabulary vocabulary =
        (Vocabulary) new FeaturePipeline(List.of(town), List.of(embedded)).textCodes("town");
    assertThat(vocabulary.code("Rome")).isEqualTo(2);
    assertThat(vocabulary.code("Oslo")).isEqualTo(Encoding.UNKNOWN_CODE);
    assertThat(vocabulary.code("")).isEqualTo(Encoding.MISSING_CODE);
    assertThat(vocabulary.code(null)).isEqualTo(Encoding.MISSING_CODE);
  }

  private static void refused(String text, List<RawColumn> columns, List<Encoding> encodings) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeaturePipeline(columns, encodings))
        .withMessageContaining(text);
  }

  private static Graph graph(FeaturePipeline pipeline) {
    GraphBuilder graph = new GraphBuilder();
    pipeline.lower(graph);
    return graph.build();
  }
}
