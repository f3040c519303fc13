// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.PredictionException;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.runtime.pipeline.Encoding;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.Features;
import io.nncreator.runtime.pipeline.RawColumn;
import io.nncreator.runtime.pipeline.RawRows;
import io.nncreator.runtime.pipeline.RawType;
import io.nncreator.tck.reference.ReferenceInterpreter;
import io.nncreator.tck.reference.ReferenceTensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A feature encoder")
class FeatureEncoderTest {
  private static final double NONE = Double.NaN;

  private final FeaturePipeline pipeline =
      new FeaturePipeline(
          List.of(
              new RawColumn("age", RawType.NUMBER),
              new RawColumn("colour", RawType.CATEGORY),
              new RawColumn("member", RawType.BOOLEAN),
              new RawColumn("town", RawType.CATEGORY),
              new RawColumn("since", RawType.TIMESTAMP)),
          List.of(
              new Encoding.Flag("member", false),
              new Encoding.ScaledNumber("age", 40, 30, 10, true, 3),
              new Encoding.OneHotCategory("colour", List.of("red", "blue"), true),
              new Encoding.EmbeddedCategory("town", List.of("Rome", "Oslo")),
              new Encoding.DateParts("since", 0, 0, 86_400, false, true, true, true)));

  private final Dataset table =
      new Dataset(
          "table",
          List.of(
              new Column.Texts("ignored", new String[] {"a", "b", "c", "d"}),
              new Column.Numbers(
                  "since",
                  Column.NumberType.TIMESTAMP,
                  new double[] {0, 21_600, NONE, Double.POSITIVE_INFINITY}),
              new Column.Texts("town", new String[] {"Oslo", "Bonn", null, "Rome"}),
              new Column.Numbers("member", Column.NumberType.BOOLEAN, new double[] {1, 0, NONE, 1}),
              new Column.Texts("colour", new String[] {"red", "blue", "", "green"}),
              new Column.Numbers(
                  "age", Column.NumberType.REAL, new double[] {30, 60, NONE, 1e300})));

  @Test
  @DisplayName("gives the features that the encodings state, in the stated order")
  void features() {
    assertThat(pipeline.featureNames())
        .containsExactly(
            "age",
            "since",
            "member",
            "age is missing",
            "since is missing",
            "since week sine",
            "since day sine",
            "since week cosine",
            "since day cosine",
            "colour = red",
            "colour = blue",
            "colour is missing");
    try (FeatureEncoder encoder = FeatureEncoder.open(pipeline)) {
      EncodedRows rows = encoder.encode(table);
      double half = Math.sqrt(0.5);
      double week = 2 * Math.PI / 28;
      double filled = 1 / Math.sqrt(1 + 1.0 / 9);
      row(rows, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 1, 0, 0);
      row(rows, 1, 3 * half, 0.25, -1, 0, 0, Math.sin(week), 1, Math.cos(week), 0, 0, 1, 0);
      row(rows, 2, filled, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1);
      row(rows, 3, 3, 1e6, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
      assertThat(rows.codes()).containsExactly(3, 0, 1, 2);
    }
  }

  @Test
  @DisplayName("agrees with the reference interpreter, for random pipelines and odd cells")
  void agrees() {
    for (int seed = 0; seed < 200; seed++) {
      RandomPipelines pipelines = new RandomPipelines(seed, true);
      FeaturePipeline drawn = pipelines.pipeline();
      RawRows rows = pipelines.rows(drawn, 20, seed % 2 == 0);
      GraphBuilder graph = new GraphBuilder();
      Features features = drawn.lower(graph);
      if (features.numeric() != null) {
        graph.output("numeric", features.numeric());
      }
      if (features.codes() != null) {
        graph.output("codes", features.codes());
      }
      Map<String, ReferenceTensor> expected =
          ReferenceInterpreter.run(graph.build(), null, RandomPipelines.matrices(drawn, rows));
      try (FeatureEncoder encoder = FeatureEncoder.open(drawn)) {
        EncodedRows encoded = encoder.encode(rows);
        double[] numbers = new double[encoded.numeric().length];
        Arrays.setAll(numbers, i -> encoded.numeric()[i]);
        if (features.numeric() != null) {
          assertThat(numbers)
              .as("seed %s", seed)
              .usingComparatorWithPrecision(1e-5)
              .containsExactly(expected.get("numeric").values());
        }
        double[] codes = Arrays.stream(encoded.codes()).asDoubleStream().toArray();
        assertThat(codes)
            .isEqualTo(features.codes() == null ? new double[0] : expected.get("codes").values());
      }
    }
  }

  @Test
  @DisplayName("names a column that is not there, and one of the wrong kind")
  void wrongTables() {
    try (FeatureEncoder encoder = FeatureEncoder.open(pipeline)) {
      Dataset missing = new Dataset("table", table.columns().subList(0, 5));
      assertThatThrownBy(() -> encoder.encode(missing))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("(age)");
      List<Column> columns = new java.util.ArrayList<>(missing.columns());
      columns.add(new Column.Texts("age", new String[] {null, "old", null, null}));
      assertThatThrownBy(() -> encoder.encode(new Dataset("table", columns)))
          .hasMessageContaining("(age) holds a text in row 2")
          .isInstanceOfSatisfying(
              PredictionException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.ROW_CELL_TYPE));
    }
  }

  @Test
  @DisplayName("encodes a large table block by block")
  void large() {
    int rows = 10_000;
    FeaturePipeline two =
        new FeaturePipeline(
            List.of(new RawColumn("n", RawType.NUMBER), new RawColumn("c", RawType.CATEGORY)),
            List.of(
                new Encoding.ScaledNumber("n", 0, 0, 2, false, 0),
                new Encoding.EmbeddedCategory("c", List.of("0", "1", "2"))));
    double[] numbers = new double[rows];
    Arrays.setAll(numbers, i -> i);
    String[] texts = new String[rows];
    Arrays.setAll(texts, i -> "" + i % 3);
    try (FeatureEncoder encoder = FeatureEncoder.open(two)) {
      EncodedRows encoded =
          encoder.encode(new RawRows(rows, List.of(numbers), List.<String[]>of(texts)));
      for (int row : new int[] {0, 1, 4095, 4096, 9_999}) {
        assertThat(encoded.numeric()[row]).isEqualTo(row / 2f);
        assertThat(encoded.codes()[row]).isEqualTo(2 + row % 3);
      }
      RawRows none = new RawRows(0, List.of(new double[0]), List.<String[]>of(new String[0]));
      assertThat(encoder.encode(none).numeric()).isEmpty();
    }
  }

  private static void row(EncodedRows rows, int row, double... expected) {
    float[] features =
        Arrays.copyOfRange(rows.numeric(), row * expected.length, (row + 1) * expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) features[i])
          .as("feature %s of row %s", i, row)
          .isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-6));
    }
  }
}
