// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.api.task.Score;
import io.nncreator.runtime.pipeline.TargetEncoding;
import java.util.List;
import java.util.Locale;

/**
 * The card of a network in plain words: what it tells, from what, how well, and what it is not for;
 * after Mitchell et al., "Model Cards for Model Reporting" (arXiv 1810.03993).
 */
final class ModelCard {
  private final NetworkBundle bundle;
  private final StringBuilder text = new StringBuilder();

  private ModelCard(NetworkBundle bundle) {
    this.bundle = bundle;
  }

  static String of(NetworkBundle bundle) {
    ModelCard card = new ModelCard(bundle);
    card.task();
    card.data();
    card.quality();
    card.limits();
    card.use();
    return card.text.toString();
  }

  private void task() {
    line("# " + Markdown.inline(bundle.name()));
    line("");
    line("> " + Markdown.inline(bundle.task().description()));
    line("");
    line(
        "A neural network that tells "
            + Markdown.code(bundle.schema().target().name())
            + " ("
            + objective()
            + ") from "
            + bundle.schema().columns().size()
            + " columns. Made "
            + bundle.created()
            + " by "
            + Markdown.inline(bundle.software())
            + "; id "
            + Markdown.code(bundle.id())
            + ".");
    line("");
  }

  private String objective() {
    String kind = bundle.task().objective().value().name().toLowerCase(Locale.ROOT);
    if (bundle.model().target() instanceof TargetEncoding.Classes classes) {
      List<String> first = classes.labels().subList(0, Math.min(8, classes.labels().size()));
      String names = String.join(", ", first.stream().map(Markdown::code).toList());
      return kind + ": " + names + (first.size() < classes.labels().size() ? ", .." : "");
    }
    return kind;
  }

  private void data() {
    Provenance source = bundle.provenance();
    line("## Data");
    line("");
    line(
        "Learnt from "
            + Markdown.code(source.dataName())
            + ": "
            + source.rows()
            + " rows, "
            + source.columns()
            + " columns, SHA-256 "
            + Markdown.code(source.dataFingerprint())
            + ".");
    line("");
    line("| column | form | in the training data |");
    line("|---|---|---|");
    for (ColumnSchema column : bundle.schema().columns()) {
      line(
          "| "
              + Markdown.code(column.name())
              + " | "
              + column.type().name().toLowerCase(Locale.ROOT)
              + " | "
              + Markdown.inline(ColumnWords.seen(column))
              + " |");
    }
    line("");
  }

  private void quality() {
    Metrics metrics = bundle.metrics();
    line("## How good it is");
    line("");
    line("| | " + metrics.score().metric().id() + " | 95 % interval |");
    line("|---|---|---|");
    line(row("**this network**", metrics.score()));
    line(row("linear model", metrics.linear()));
    line(row("always the same answer", metrics.dummy()));
    line("");
    line(
        (metrics.score().metric().higherIsBetter() ? "Higher" : "Lower")
            + " is better. Measured on "
            + metrics.score().rows()
            + " rows that no step had seen. "
            + Markdown.inline(metrics.method()));
    if (!metrics.score().metric().better(metrics.score().value(), metrics.linear().value())) {
      line("");
      line("**The linear model is as good or better: maybe use that.**");
    }
    line("");
  }

  private static String row(String name, Score score) {
    return String.format(
        Locale.ROOT,
        "| %s | %.4g | %.4g to %.4g |",
        name,
        score.value(),
        score.low(),
        score.high());
  }

  private void limits() {
    line("## Meant for, and not");
    line("");
    line("- Meant for rows drawn like those of the training data, for the task above.");
    line("- It has learnt what goes together in the data, not what causes what.");
    line("- A category or a number unlike the training data gets an answer with a note; such");
    line("  answers are less sure than the score says.");
    line("- Unfairness in the data is learnt too. Check the answers for each group of people");
    line("  concerned before anything is decided about them.");
    line("- When the world changes, the score no longer holds. Measure again on new rows.");
    line("");
  }

  private void use() {
    line("## How to use it");
    line("");
    line("Java, with `io.nncreator:nncreator-runtime`:");
    line("");
    line("```java");
    line("try (NeuralNetwork network = NeuralNetwork.load(Path.of(\"this-folder\"))) {");
    line("  Prediction answer = network.predict(row); // a Map of column to value, or a record");
    line("}");
    line("```");
    line("");
    line("Python, or any language with ONNX Runtime: `model.onnx` has one input per column, named");
    line("as the column: `double [rows, 1]` for numbers, times (seconds since 1970) and truth");
    line("values, with NaN for missing ones; `string [rows, 1]` for categories, empty = missing.");
    line("`pipeline.json` says how columns become features, `weights.safetensors` holds the");
    line("weights, `task.json` what was understood of the task and why,");
    line("`metrics.json` all scores, `provenance.json` how to make the network again.");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
