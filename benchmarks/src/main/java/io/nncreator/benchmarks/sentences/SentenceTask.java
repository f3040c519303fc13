// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.sentences;

import com.fasterxml.jackson.databind.JsonNode;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Question;
import io.nncreator.api.task.UnderstoodTask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One sentence with its table and what an expert would answer. */
record SentenceTask(JsonNode node) {
  /** What must be right for a full mark, then what is told beside it. */
  static final List<String> GATE = List.of("modality", "objective", "target");

  String id() {
    return node.path("id").asText();
  }

  String language() {
    return node.path("lang").asText();
  }

  String description() {
    return node.path("description").asText();
  }

  JsonNode data() {
    return node.path("data");
  }

  String objective() {
    return expected("objective");
  }

  /** Judges an answer field by field. */
  Map<String, Boolean> judge(UnderstoodTask task) {
    Map<String, Boolean> verdicts = new java.util.LinkedHashMap<>();
    verdicts.put("modality", accepted("modality", task.modality().value().name()));
    verdicts.put("objective", accepted("objective", task.objective().value().name()));
    verdicts.put("target", target(task));
    verdicts.put("metric", metric(task));
    verdicts.put("exclude", exclude(task));
    verdicts.put("split", split(task));
    verdicts.put("constraints", constraints(task));
    verdicts.put("questions", questions(task));
    return verdicts;
  }

  private String expected(String field) {
    return node.path("expected").path(field).asText();
  }

  private boolean accepted(String field, String got) {
    return expected(field).equals(got) || also(field).contains(got);
  }

  private List<String> also(String field) {
    List<String> values = new ArrayList<>();
    node.path("accept").path(field).forEach(value -> values.add(value.asText()));
    return values;
  }

  private static Set<String> set(JsonNode array) {
    Set<String> values = new HashSet<>();
    array.forEach(value -> values.add(value.asText()));
    return values;
  }

  private static Set<String> values(List<Inferred<String>> inferred) {
    Set<String> values = new HashSet<>();
    inferred.forEach(each -> values.add(each.value()));
    return values;
  }

  private boolean target(UnderstoodTask task) {
    Set<String> got = values(task.targets());
    boolean other = also("target").contains(got.isEmpty() ? "" : got.iterator().next());
    return got.equals(set(node.path("expected").path("target"))) || (got.size() < 2 && other);
  }

  private boolean metric(UnderstoodTask task) {
    String name = node.path("expected").path("metric").path("name").asText();
    Inferred<Metric> got = task.metric();
    return name.equals("none")
        || (got != null
            && (name.equals(got.value().id()) || also("metric").contains(got.value().id())));
  }

  private boolean exclude(UnderstoodTask task) {
    Set<String> got = values(task.excluded());
    Set<String> missing = set(node.path("expected").path("exclude"));
    missing.removeAll(got);
    got.removeAll(set(node.path("expected").path("exclude")));
    also("exclude").forEach(got::remove);
    return missing.isEmpty() && got.isEmpty();
  }

  private boolean split(UnderstoodTask task) {
    boolean judged = !Set.of("ANOMALY", "CLUSTERING", "UNSUPPORTED").contains(objective());
    String kind = node.path("expected").path("split").path("kind").asText();
    String got = task.split().value().name();
    return !judged || kind.equals(got) || also("split").contains(got);
  }

  private boolean constraints(UnderstoodTask task) {
    Map<String, Function<UnderstoodTask, Object>> readers =
        Map.of(
            "positiveClass", t -> t.positiveClass() == null ? "" : t.positiveClass().value(),
            "groupColumn", t -> t.groupColumn() == null ? "" : t.groupColumn().value(),
            "timeColumn", t -> t.timeColumn() == null ? "" : t.timeColumn().value(),
            "derive", t -> String.valueOf(t.details().derivation()),
            "horizon", t -> t.details().horizon() == null ? "" : t.details().horizon().steps(),
            "frequency", SentenceTask::frequency,
            "maxTrainMinutes", t -> String.valueOf(t.details().trainMinutes()),
            "maxModelMb", t -> String.valueOf(t.details().modelMb()),
            "maxLatencyMs", t -> String.valueOf(t.details().latencyMs()),
            "minMetric", t -> String.valueOf(t.details().goal()));
    boolean right = true;
    var fields = node.path("expected").path("constraints").fields();
    while (fields.hasNext()) {
      var field = fields.next();
      if (field.getKey().equals("quantiles")) {
        List<Double> wanted = new ArrayList<>();
        field.getValue().forEach(value -> wanted.add(value.asDouble()));
        right &= wanted.equals(task.details().quantiles());
      } else if (readers.containsKey(field.getKey())) {
        right &= same(field.getValue(), readers.get(field.getKey()).apply(task).toString());
      } else {
        right = false;
      }
    }
    return right;
  }

  private static String frequency(UnderstoodTask task) {
    var horizon = task.details().horizon();
    return horizon == null ? "" : horizon.frequency().name().toLowerCase(Locale.ROOT);
  }

  private static boolean same(JsonNode wanted, String got) {
    if (wanted.isNumber()) {
      try {
        return Math.abs(wanted.asDouble() - Double.parseDouble(got)) < 1e-9;
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return wanted.asText().equals(got) || wanted.asText().toLowerCase(Locale.ROOT).equals(got);
  }

  private boolean questions(UnderstoodTask task) {
    Set<String> asked = new HashSet<>();
    for (Question question : task.questions()) {
      asked.add(question.about() == Question.About.DERIVATION ? "derive" : "");
      asked.add(question.about() == Question.About.TARGET ? "target" : "");
    }
    return asked.containsAll(set(node.path("expected").path("questions")));
  }
}
