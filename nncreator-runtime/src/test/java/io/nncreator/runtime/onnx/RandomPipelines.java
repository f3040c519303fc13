// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.Tensor;
import io.nncreator.runtime.pipeline.Encoding;
import io.nncreator.runtime.pipeline.Encoding.TextWords.Word;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.RawColumn;
import io.nncreator.runtime.pipeline.RawRows;
import io.nncreator.runtime.pipeline.RawType;
import io.nncreator.runtime.pipeline.TargetEncoding;
import io.nncreator.runtime.pipeline.TextCodes;
import io.nncreator.runtime.pipeline.Vocabulary;
import io.nncreator.runtime.pipeline.WordCounts;
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
      List<String> levels = texts(pipeline.textCodes(column.name()));
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
    int width = pipeline.codeWidth();
    if (width > 0) {
      inputs.put(FeaturePipeline.CODES, Tensor.of(codes(pipeline, rows), rows.rows(), width));
    }
    return inputs;
  }

  /** Returns the matrix of codes, row-major. */
  static long[] codes(FeaturePipeline pipeline, RawRows rows) {
    int width = pipeline.codeWidth();
    long[] codes = new long[width * rows.rows()];
    for (int row = 0; row < rows.rows(); row++) {
      int next = row * width;
      for (int column = 0; column < rows.texts().size(); column++) {
        TextCodes text = pipeline.textCodes().get(column);
        long[] own = new long[text.width()];
        text.write(rows.texts().get(column)[row], own);
        System.arraycopy(own, 0, codes, next, own.length);
        next += own.length;
      }
    }
    return codes;
  }

  /** Texts that are levels, or that have some of the words, some more than once. */
  private List<String> texts(TextCodes codes) {
    if (codes instanceof Vocabulary vocabulary) {
      return vocabulary.levels();
    }
    List<String> forms = new ArrayList<>(List.of("other", ""));
    ((WordCounts) codes).words().forEach(word -> forms.addAll(word.forms()));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      List<String> parts = new ArrayList<>();
      for (int part = random.nextInt(6); part >= 0; part--) {
        parts.add(forms.get(random.nextInt(forms.size())));
      }
      texts.add(String.join(" ", parts));
    }
    return texts;
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
          switch (random.nextInt(3)) {
            case 0 -> new Encoding.OneHotCategory(name, levels(), random.nextBoolean());
            case 1 -> new Encoding.EmbeddedCategory(name, levels());
            default -> new Encoding.TextWords(name, words());
          };
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

  /** Words of one or two forms. */
  private List<Word> words() {
    List<String> forms = new ArrayList<>();
    levels().forEach(level -> forms.add(level.replace(' ', '_')));
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < forms.size(); i += 2) {
      List<String> own = forms.subList(i, Math.min(i + 2, forms.size()));
      words.add(new Word(own.get(0), own));
    }
    return words;
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
