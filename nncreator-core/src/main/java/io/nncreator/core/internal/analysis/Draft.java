// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.Dataset;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Modality;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.Question;
import io.nncreator.api.task.TaskDetails;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.api.task.UnderstoodTask;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A task while it is put together; adds what follows from objective and target. */
final class Draft {
  private final Reading reading;
  private final Dataset data;
  private final TaskSettings settings;
  private final Inferred<Objective> objective;
  private final List<Question> questions;
  private List<Inferred<String>> targets = List.of();
  private @Nullable Inferred<Metric> metric;
  private @Nullable Inferred<String> positive;
  private @Nullable Inferred<String> time;
  private TaskDetails details = TaskDetails.NONE;

  Draft(
      Reading reading,
      Dataset data,
      TaskSettings settings,
      Inferred<Objective> objective,
      List<Question> questions) {
    this.reading = reading;
    this.data = data;
    this.settings = settings;
    this.objective = objective;
    this.questions = questions;
  }

  Draft targets(List<Inferred<String>> found) {
    targets = found;
    return this;
  }

  Draft target(Optional<Inferred<String>> found) {
    return targets(found.stream().toList());
  }

  Draft metric(@Nullable Inferred<Metric> told) {
    metric = told;
    return this;
  }

  Draft positive(Inferred<String> told) {
    positive = told;
    return this;
  }

  Draft time(Inferred<String> column) {
    time = column;
    return this;
  }

  Draft details(TaskDetails told) {
    details = told;
    return this;
  }

  UnderstoodTask task() {
    List<String> names = targets.stream().map(Inferred::value).toList();
    SplitRules splits = new SplitRules(reading, names);
    Inferred<String> ordering =
        time == null && !withoutTarget() ? splits.timeColumn().orElse(null) : time;
    Inferred<String> group = withoutTarget() ? null : splits.groupColumn().orElse(null);
    List<Inferred<String>> excluded = new Exclusions(reading, settings, names).find(group);
    List<String> dropped =
        excluded.stream().filter(e -> e.origin() != Origin.DATA).map(Inferred::value).toList();
    ModalityRules modalities = new ModalityRules(reading, data, names, dropped);
    Inferred<Modality> modality = modalities.tell(objective.value());
    splits.ask(ordering != null, group != null, questions);
    return new UnderstoodTask(
        reading.sentence().text(),
        reading.sentence().language(),
        modality,
        objective,
        targets,
        metric,
        splits.tell(objective.value(), ordering, group),
        positive,
        group,
        ordering,
        details,
        excluded.stream()
            .filter(e -> dropped.contains(e.value()) || !modalities.carries(modality, e.value()))
            .toList(),
        questions);
  }

  private boolean withoutTarget() {
    return switch (objective.value()) {
      case ANOMALY, CLUSTERING, UNSUPPORTED -> true;
      default -> false;
    };
  }
}
