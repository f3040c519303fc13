// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.Tensor;
import io.nncreator.runtime.pipeline.Encoding;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.RawColumn;
import io.nncreator.runtime.pipeline.RawRows;
import io.nncreator.runtime.pipeline.RawType;
import io.nncreator.runtime.pipeline.TargetEncoding;
import io.nncreator.runtime.pipeline.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws pipelines and raw rows, with every kind of column and cell that may come. */
final class RandomPipelines {
  /** Names that could clash with others in a model, and names in other scripts. */
  private static final List<String> NAMES =
      List.of(
          "label",
          "probabilities",
          "value",
          "numbers",
          "codes",
          "class",
          "N",
          "head.weight",
          "constant_0",
          "Sub_3",
          "возраст",
          "年齢",
          "a b",
          "x/y",
          "\"quoted\"",
          "Größe");

  private static final List<String> ASTRAL_NAMES = List.of("😀", "𝒳", "a😀b");

  private static final List<String> LEVELS =
      List.of("red", "green", "blue", "да", "нет", "日本", "a,b", " ", "NaN", "\n", "é");

  private static final List<String> ASTRAL_LEVELS = List.of("😀", "🚀🚀");

  private static final double[] USUAL_SPECIALS = {0, -0.0, 1, -1, Double.NaN, Double.NaN};

  private static final double[] EXTREMES = {
    1e300,
    -1e300,
    Double.MIN_VALUE,
    Double.NaN,
    1e18,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  private final SplittableRandom random;
  private final boolean astral;

  /** Creates a generator; names and levels leave the Basic Multilingual Plane if {@code astral}. */
  RandomPipelines(long seed, boolean astral) {
    this.random = new SplittableRandom(seed);
    this.astral = astral;
  }

  FeaturePipeline pipeline() {
    List<String> names = new ArrayList<>(NAMES);
    if (astral) {
      names.addAll(ASTRAL_NAMES);
    }
    List<RawColumn> columns = new ArrayList<>();
    List<Encoding> encodings = new ArrayList<>();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      String name = names.remove(random.nextInt(names.size()));
      RawType type = RawType.values()[random.nextInt(4)];
      columns.add(new RawColumn(name, type));
      encodings.add(random.nextInt(encodings.size() + 1), encoding(name, type));
    }
    return new FeaturePipeline(columns, encodings);
  }

  TargetEncoding target() {
    return switch (random.nextInt(3)) {
      case 0 -> new TargetEncoding.Standardised(random.nextDouble(-5, 5), 2, false);
      case 1 -> new TargetEncoding.Standardised(random.nextDouble(-1, 1), 0.5, true);
      default -> new TargetEncoding.Classes(levels());
    };
  }

  /**
   * Draws rows with missing cells and texts that are no levels.
   *
   * @param extreme whether numbers may be huge or infinite
   */
  RawRows rows(FeaturePipeline pipeline, int rows, boolean extreme) {
    List<double[]> numbers = new ArrayList<>();
    for (RawColumn column : pipeline.numberColumns()) {
      double[] cells = new double[rows];
      for (int row = 0; row < rows; row++) {
        cells[row] = number(column.type(), extreme);
      }
      numbers.add(cells);
    }
    List<@Nullable String[]> texts = new ArrayList<>();
    for (RawColumn column : pipeline.categoryColumns()) {
      List<String> levels = pipeline.vocabulary(column.name()).levels();
      @Nullable String[] cells = new @Nullable String[rows];
      for (int row = 0; row < rows; row++) {
        cells[row] =
            switch (random.nextInt(6)) {
              case 0 -> null;
              case 1 -> "";
              case 2 -> "never seen";
              default -> levels.get(random.nextInt(levels.size()));
            };
      }
      texts.add(cells);
    }
    return new RawRows(rows, numbers, texts);
  }

  /** Returns the matrices that the pipeline's graph takes. */
  static Map<String, Tensor> matrices(FeaturePipeline pipeline, RawRows rows) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    int numbers = rows.numbers().size();
    double[] cells = new double[numbers * rows.rows()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = rows.numbers().get(i % numbers)[i / numbers];
    }
    if (numbers > 0) {
      inputs.put(FeaturePipeline.NUMBERS, Tensor.of(cells, rows.rows(), numbers));
    }
    int texts = rows.texts().size();
    long[] codes = new long[texts * rows.rows()];
    for (int i = 0; i < codes.length; i++) {
      String column = pipeline.categoryColumns().get(i % texts).name();
      Vocabulary vocabulary = pipeline.vocabulary(column);
      codes[i] = vocabulary.code(rows.texts().get(i % texts)[i / texts]);
    }
    if (texts > 0) {
      inputs.put(FeaturePipeline.CODES, Tensor.of(codes, rows.rows(), texts));
    }
    return inputs;
  }

  private Encoding encoding(String name, RawType type) {
    double center = random.nextDouble(-3, 3);
    double scale = random.nextDouble(0.1, 4);
    boolean indicator = random.nextBoolean();
    return switch (type) {
      case NUMBER ->
          new Encoding.ScaledNumber(
              name, center + 1, center, scale, indicator, random.nextInt(3) == 0 ? 0 : 3);
      case BOOLEAN -> new Encoding.Flag(name, indicator);
      case TIMESTAMP ->
          new Encoding.DateParts(
              name,
              1.5e9,
              1.6e9,
              1e8,
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextBoolean(),
              indicator);
      case CATEGORY ->
          random.nextBoolean()
              ? new Encoding.OneHotCategory(name, levels(), random.nextBoolean())
              : new Encoding.EmbeddedCategory(name, levels());
    };
  }

  private List<String> levels() {
    List<String> all = new ArrayList<>(LEVELS);
    if (astral) {
      all.addAll(ASTRAL_LEVELS);
    }
    List<String> levels = new ArrayList<>();
    for (int i = 2 + random.nextInt(5); i > 0; i--) {
      levels.add(all.remove(random.nextInt(all.size())));
    }
    return levels;
  }

  private double number(RawType type, boolean extreme) {
    if (random.nextInt(4) == 0) {
      double[] specials = extreme ? EXTREMES : USUAL_SPECIALS;
      return specials[random.nextInt(specials.length)];
    }
    return switch (type) {
      case BOOLEAN -> random.nextInt(2);
      case TIMESTAMP -> Math.rint(random.nextDouble(-1e9, 4e9));
      default -> random.nextDouble(-10, 10);
    };
  }
}
