// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nncreator.benchmarks.quality.QualityResult.Verdict;
import io.nncreator.benchmarks.report.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** All results, losses included. Not thread-safe. */
final class QualityReport {
  private final Duration budget;
  private final List<QualityResult> results = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final List<String> notBuilt = new ArrayList<>();

  QualityReport(Duration budget) {
    this.budget = budget;
  }

  void add(QualityResult result) {
    results.add(result);
  }

  void failed(String what) {
    failures.add(what);
  }

  void notBuilt(String what) {
    notBuilt.add(what);
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("benchmark", "quality");
    all.put("machine", Machine.describe());
    all.put("budget_seconds", budget.toMillis() / 1000.0);
    all.put("results", results);
    all.put("failures", failures);
    all.put("not_built", notBuilt);
    try {
      return new ObjectMapper().writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the whole page {@code docs/quality.md}.
   *
   * @param chosen names of the chosen data sets, or an empty text for all
   */
  String page(String chosen) {
    return """
        # Quality

        How good are the networks, and can their scores be believed? For each data set a network is
        created from the training rows, with target, metric, time limit and seed set and everything
        else left to NNCreator; the saved bundle is loaded again
        and answers the test rows, which the creation never saw.

        """
        + markdown()
        + """

        How to read it:

        - *test score* is the network's score on the test rows; ↑ higher is better, ↓ lower is better.
        - *promised* is the score with its 95 % interval that the creation reported from its own
          unseen rows; *inside* says whether the test score lies in it. The test rows are a small
          sample too, so less than 95 % must be expected inside. That the two agree within both of
          their intervals must be expected in about 95 %.
        - *dummy* is a constant answer, *linear* scikit-learn's logistic or ridge regression, from the
          same training rows. A *tie*: the other's score lies in the 95 % interval of ours, so
          chance in the test rows may well have decided.
        - *mlp*, *rf*, *hgb* are scikit-learn's networks (the better of those with plain and with
          standardised targets), random forest and histogram gradient boosting; *best peer* compares
          the plain numbers with the best of the three. The mean rank is among the four.
        - *rows* are those learnt from, *seconds* the time from the call to the saved network.

        The command that wrote this page:

        ```sh
        benchmarks/run quality --data FOLDER --budget BUDGETONLY --write docs/quality.md
        ```
        """
            .replace("BUDGET", budget.toSeconds() + "s")
            .replace("ONLY", chosen.isEmpty() ? "" : " --only " + chosen);
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("Machine: ").append(Machine.describe()).append(". ");
    text.append("Budget: ").append(budget.toSeconds()).append(" s for each data set.\n\n");
    text.append("| data set | rows | metric | test score | promised (95 % interval) | inside |");
    text.append(" dummy | | linear | |");
    peers().forEach(peer -> text.append(' ').append(peer).append(" |"));
    text.append(" best peer | seconds |\n|---|--:|---|--:|---|---|--:|---|--:|---|");
    text.append("--:|".repeat(peers().size())).append("---|--:|\n");
    results.forEach(result -> text.append(line(result)));
    text.append('\n').append(summary());
    if (!peers().isEmpty()) {
      text.append(ranks());
    }
    failures.forEach(failure -> text.append("Failed: ").append(failure).append("\n\n"));
    if (!notBuilt.isEmpty()) {
      text.append("This version builds no networks for: ");
      text.append(String.join(", ", notBuilt)).append(".\n");
    }
    return text.toString();
  }

  private String line(QualityResult result) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s %s | %s | %s (%s to %s) | %s | %s | %s | %s | %s |%s %s | %.1f |%n",
        result.name(),
        result.learnt(),
        result.metric().id(),
        result.metric().higherIsBetter() ? "↑" : "↓",
        number(result.test().value()),
        number(result.promised().value()),
        number(result.promised().low()),
        number(result.promised().high()),
        result.inside() ? "yes" : "no",
        number(result.dummy()),
        word(result.against(result.dummy())),
        number(result.linear()),
        word(result.against(result.linear())),
        peerCells(result),
        result.bestPeer().map(result::plain).orElse("-"),
        result.seconds());
  }

  private String peerCells(QualityResult result) {
    StringBuilder cells = new StringBuilder();
    for (String peer : peers()) {
      Double score = result.peers().get(peer);
      cells.append(' ').append(score == null ? "-" : number(score)).append(" |");
    }
    return cells.toString();
  }

  /** Names of all peers, in the order in which they first come. */
  private Set<String> peers() {
    Set<String> names = new LinkedHashSet<>();
    results.forEach(result -> names.addAll(result.peers().keySet()));
    return names;
  }

  private String ranks() {
    List<QualityResult> compared =
        results.stream().filter(result -> result.peers().keySet().equals(peers())).toList();
    StringBuilder text = new StringBuilder();
    text.append("Against the best of ").append(String.join(", ", peers())).append(": ");
    List<String> parts = new ArrayList<>();
    for (String word : List.of("better", "equal", "worse")) {
      long count =
          compared.stream()
              .filter(result -> result.plain(result.bestPeer().orElseThrow()).equals(word))
              .count();
      parts.add(count + " " + word);
    }
    text.append(String.join(", ", parts)).append(". Mean rank: NNCreator ");
    text.append(mean(compared, result -> result.test().value()));
    for (String peer : peers()) {
      text.append(", ").append(peer).append(' ');
      text.append(mean(compared, result -> result.peers().getOrDefault(peer, Double.NaN)));
    }
    return text.append(".\n\n").toString();
  }

  private static String mean(List<QualityResult> results, ToDoubleFunction<QualityResult> score) {
    double mean =
        results.stream()
            .mapToDouble(result -> result.rank(score.applyAsDouble(result)))
            .average()
            .orElse(Double.NaN);
    return String.format(Locale.ROOT, "%.2f", mean);
  }

  private String summary() {
    long inside = results.stream().filter(QualityResult::inside).count();
    long agree = results.stream().filter(QualityResult::agrees).count();
    return results.size()
        + " data sets. Against the dummy: "
        + count(QualityResult::dummy)
        + ". Against the linear model: "
        + count(QualityResult::linear)
        + " (by the plain numbers "
        + plain()
        + ")"
        + ". Test score in the promised interval: "
        + inside
        + " of "
        + results.size()
        + "; the two agree within both of their intervals: "
        + agree
        + " of "
        + results.size()
        + ".\n\n";
  }

  private String plain() {
    List<String> parts = new ArrayList<>();
    for (String word : List.of("better", "equal", "worse")) {
      long count =
          results.stream().filter(result -> result.plain(result.linear()).equals(word)).count();
      parts.add(count + " " + word);
    }
    return String.join(", ", parts);
  }

  private String count(ToDoubleFunction<QualityResult> other) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long number =
          results.stream()
              .filter(result -> result.against(other.applyAsDouble(result)) == verdict)
              .count();
      parts.add(number + " " + word(verdict));
    }
    return String.join(", ", parts);
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String number(double value) {
    return Math.abs(value) >= 100
        ? String.format(Locale.ROOT, "%.1f", value)
        : String.format(Locale.ROOT, "%.4f", value);
  }
}
