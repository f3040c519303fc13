// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.report;

import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.Finding;
import io.nncreator.api.event.CreationPlanned;
import io.nncreator.api.spi.ArchitectureGenerator.Candidate;
import io.nncreator.cli.text.Durations;
import io.nncreator.cli.text.Numbers;
import io.nncreator.cli.text.Table;
import io.nncreator.core.CreationPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a creation would do. */
public final class PlanText {
  private PlanText() {}

  /** Returns the sections for people: data, task, plan. */
  public static List<String> of(CreationPlan plan) {
    List<String> lines = new ArrayList<>(data(plan));
    lines.addAll(TaskText.of(plan.task()));
    lines.addAll(steps(plan));
    return lines;
  }

  /** Returns the section for people of a creation that runs. */
  public static List<String> of(CreationPlanned planned) {
    List<String> lines = new ArrayList<>();
    lines.add("Plan");
    lines.addAll(
        new Table()
            .row("judging", planned.validation())
            .row("trying", String.join(", ", planned.candidates()))
            .row("time", Durations.format(planned.budget()) + " at most")
            .lines());
    return lines;
  }

  private static List<String> data(CreationPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add("Data");
    lines.add(
        "  "
            + Numbers.count(plan.profile().rows(), "row")
            + ", "
            + Numbers.count(plan.profile().columns().size(), "column"));
    Table columns = new Table();
    for (ColumnProfile column : plan.profile().columns()) {
      String missing =
          column.missing() == 0 ? "" : Numbers.count(column.missing(), "cell") + " missing";
      columns.row(column.name(), kind(column.kind()), missing);
    }
    lines.addAll(columns.lines());
    Table findings = new Table();
    for (Finding finding : plan.profile().findings()) {
      findings.row("! " + kind(finding.kind()), finding.column(), finding.reason());
    }
    lines.addAll(findings.lines());
    return lines;
  }

  private static List<String> steps(CreationPlan plan) {
    Table table = new Table();
    table.row("judging", plan.validation());
    table.row("time", Durations.format(plan.budget()) + " at most");
    table.row("seed", Long.toString(plan.seed()));
    List<String> lines = new ArrayList<>();
    lines.add("Plan");
    lines.addAll(table.lines());
    Table candidates = new Table();
    int number = 1;
    for (Candidate candidate : plan.candidates()) {
      candidates.row(number + ".", candidate.network().name(), candidate.reason());
      number++;
    }
    lines.addAll(candidates.lines());
    return lines;
  }

  /** Returns the plan as one JSON object. */
  public static Map<String, Object> json(CreationPlan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("task", ScoreText.taskJson(plan.task()));
    json.put("rows", plan.profile().rows());
    json.put("columns", plan.profile().columns().size());
    json.put("validation", plan.validation());
    json.put("folds", plan.folds());
    json.put("holdout_rows", plan.holdoutRows());
    json.put("candidates", plan.candidates().stream().map(c -> c.network().name()).toList());
    json.put("budget_seconds", plan.budget().toMillis() / 1000.0);
    json.put("seed", plan.seed());
    return json;
  }

  private static String kind(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
