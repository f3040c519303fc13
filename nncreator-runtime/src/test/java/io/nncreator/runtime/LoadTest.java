// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.BundleException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.runtime.bundle.BundleWriter;
import io.nncreator.runtime.bundle.Bundles;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.bundle.DataSchema;
import io.nncreator.runtime.bundle.GoldenRow;
import io.nncreator.runtime.bundle.NetworkBundle;
import io.nncreator.runtime.onnx.OnnxWriter;
import io.nncreator.runtime.pipeline.ServingModel;
import io.nncreator.runtime.pipeline.TargetEncoding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A network on disk")
class LoadTest {
  @TempDir Path folder;

  static Dataset table() {
    return new Dataset(
        "passengers",
        List.of(
            new Column.Numbers("age", NumberType.REAL, new double[] {22, Double.NaN, 300}),
            new Column.Numbers("fare", NumberType.REAL, new double[] {7.25, 71.28, 0.1}),
            new Column.Numbers("alone", NumberType.BOOLEAN, new double[] {1, 0, Double.NaN}),
            new Column.Texts("sex", new @Nullable String[] {"male", null, "\uD83D\uDE00"}),
            new Column.Numbers("cabin class", NumberType.INTEGER, new double[] {3, 1, 9}),
            new Column.Numbers(
                "boarded", NumberType.TIMESTAMP, new double[] {-1.8e9, Double.NaN, -1.8e9 + 0.25}),
            new Column.Texts("name", new @Nullable String[] {"a", "b", "c"})));
  }

  @Test
  @DisplayName("answers as the one in memory did")
  void roundTrip() {
    for (NetworkBundle bundle : List.of(Bundles.classification(), Bundles.regression())) {
      Path place = folder.resolve(bundle.id());
      Path zip = folder.resolve(bundle.id() + ".zip");
      try (NeuralNetwork made = NeuralNetwork.of(bundle)) {
        NetworkBundle whole = bundle.with(bundle.metrics(), made.goldenRows(table()));
        BundleWriter.write(whole, place);
        try (NeuralNetwork loaded = NeuralNetwork.load(place)) {
          assertThat(loaded.predictAll(table())).isEqualTo(made.predictAll(table()));
          assertThat(loaded.goldenRows(table())).isEqualTo(whole.golden());
          assertThat(loaded.info()).isEqualTo(made.info());
          assertThat(loaded.location()).isEqualTo(place);
          loaded.saveZip(zip);
          loaded.save(folder.resolve(bundle.id() + "-copy"));
        }
        try (NeuralNetwork loaded = NeuralNetwork.load(zip)) {
          assertThat(loaded.predictAll(table())).isEqualTo(made.predictAll(table()));
        }
        assertThatThrownBy(made::location).isInstanceOf(IllegalStateException.class);
      }
    }
  }

  @Test
  @DisplayName("has golden rows that hold what the table held")
  void golden() {
    try (NeuralNetwork network = NeuralNetwork.of(Bundles.regression())) {
      List<GoldenRow> rows = network.goldenRows(table());
      assertThat(rows.get(0).row().values())
          .containsExactly("22", "7.25", "true", "male", "3", "1912-12-17T16:00");
      assertThat(rows.get(1).row().values())
          .containsExactly(null, "71.28", "false", null, "1", null);
      Double third = rows.get(2).number();
      assertThat(third).isNotNull();
      assertThat(network.predict(rows.get(2).row()).number())
          .isCloseTo(third, withinPercentage(1e-4));
      assertThat(network.predictAll(table()).get(2).notes()).hasSize(3);
    }
  }

  @Test
  @DisplayName("is refused when it no longer gives its golden answers")
  void liar() {
    NetworkBundle bundle = Bundles.regression();
    try (NeuralNetwork made = NeuralNetwork.of(bundle)) {
      GoldenRow row = made.goldenRows(table()).get(0);
      Double number = row.number();
      GoldenRow other =
          new GoldenRow(row.row(), number == null ? 1 : number * 1.1, null, List.of());
      BundleWriter.write(bundle.with(bundle.metrics(), List.of(other)), folder.resolve("liar"));
    }
    assertThatThrownBy(() -> NeuralNetwork.load(folder.resolve("liar")))
        .isInstanceOfSatisfying(
            BundleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BUNDLE_DAMAGED))
        .hasMessageContaining("golden row 1");
  }

  @Test
  @DisplayName("is refused so too when the numbers to tell are tiny, and not when they are huge")
  void units() {
    for (double unit : new double[] {1e-9, 1e9}) {
      NetworkBundle bundle = inUnits(Bundles.regression(), unit);
      try (NeuralNetwork made = NeuralNetwork.of(bundle)) {
        GoldenRow row = made.goldenRows(table()).get(0);
        double number = Objects.requireNonNull(row.number());
        Path rounded = folder.resolve("rounded" + unit);
        write(bundle, new GoldenRow(row.row(), number + 1e-6 * unit, null, List.of()), rounded);
        NeuralNetwork.load(rounded).close();
        Path liar = folder.resolve("liar" + unit);
        write(bundle, new GoldenRow(row.row(), number + 0.1 * unit, null, List.of()), liar);
        assertThatThrownBy(() -> NeuralNetwork.load(liar)).isInstanceOf(BundleException.class);
      }
    }
  }

  private static void write(NetworkBundle bundle, GoldenRow golden, Path place) {
    BundleWriter.write(bundle.with(bundle.metrics(), List.of(golden)), place);
  }

  /** Returns a network of numbers around 0 that range over a few units. */
  private static NetworkBundle inUnits(NetworkBundle bundle, double unit) {
    ServingModel model = bundle.model();
    ServingModel scaled =
        new ServingModel(
            model.pipeline(), model.networks(), new TargetEncoding.Standardised(0, unit, false));
    ColumnSchema target = bundle.schema().target();
    return new NetworkBundle(
        bundle.format(),
        bundle.id(),
        bundle.name(),
        bundle.created(),
        bundle.software(),
        bundle.task(),
        new DataSchema(
            bundle.schema().columns(),
            new ColumnSchema(
                target.name(),
                target.type(),
                target.kind(),
                false,
                List.of(),
                -2 * unit,
                2 * unit,
                null)),
        scaled,
        bundle.recipes(),
        bundle.weights(),
        OnnxWriter.write(scaled, bundle.weights(), Map.of()),
        null,
        bundle.metrics(),
        bundle.provenance(),
        bundle.golden());
  }
}
