// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.sentences;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nncreator.api.data.DataSource;
import io.nncreator.api.error.NnCreatorException;
import io.nncreator.api.error.TaskException;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.UnderstoodTask;
import io.nncreator.benchmarks.report.Arguments;
import io.nncreator.benchmarks.report.Figures;
import io.nncreator.benchmarks.report.TemporaryFolder;
import io.nncreator.core.NeuralNetworkCreator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what the analysis makes of sentences with what an expert would. */
public final class SentencesBenchmark {
  /** How it is called. */
  public static final String OPTIONS = "[--file FILE | --blind] [--json] [--quiet]";

  private SentencesBenchmark() {}

  /** One task with the verdict on each field of the answer; empty verdicts for an error. */
  private record Answer(SentenceTask task, String got, Map<String, Boolean> verdicts) {
    boolean right(String field) {
      return verdicts.getOrDefault(field, false);
    }

    boolean full() {
      return SentenceTask.GATE.stream().allMatch(this::right);
    }
  }

  /**
   * Runs all sentences of a file. The wrong answers are listed, but never those of the blind set:
   * rules must not be made for them.
   */
  public static boolean run(List<String> args) throws IOException {
    Arguments options = Arguments.parse(args, Set.of("json", "blind", "quiet"), Set.of("file"));
    boolean blind =
        options.has("blind") || options.text("file").filter(f -> f.contains("blind")).isPresent();
    JsonNode tasks = read(options.text("file"), blind ? "blind.json" : "tasks.json").path("tasks");
    List<SentenceTask> all = new ArrayList<>();
    tasks.forEach(node -> all.add(new SentenceTask(node)));
    List<Answer> answers = answers(all);
    Figures figures = new Figures("sentences");
    row(figures, "all", answers);
    group(answers, Answer::task, SentenceTask::language).forEach((k, v) -> row(figures, k, v));
    group(answers, Answer::task, SentenceTask::objective).forEach((k, v) -> row(figures, k, v));
    figures.print(options.has("json"));
    if (!blind && !options.has("json") && !options.has("quiet")) {
      answers.stream()
          .filter(answer -> answer.verdicts.containsValue(false) || !answer.full())
          .forEach(answer -> System.out.println(shown(answer)));
    }
    return true;
  }

  /** Returns the share of the development set in a language that is fully right. */
  static double share(String language) throws IOException {
    List<SentenceTask> tasks = new ArrayList<>();
    for (JsonNode node : read(Optional.empty(), "tasks.json").path("tasks")) {
      SentenceTask task = new SentenceTask(node);
      if (task.language().equals(language)) {
        tasks.add(task);
      }
    }
    return share(answers(tasks), Answer::full);
  }

  private static List<Answer> answers(List<SentenceTask> tasks) throws IOException {
    try (TemporaryFolder folder = new TemporaryFolder();
        NeuralNetworkCreator creator =
            NeuralNetworkCreator.builder().workspace(folder.path()).build()) {
      return tasks.stream().map(task -> answer(creator, task)).toList();
    }
  }

  private static JsonNode read(Optional<String> file, String resource) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    if (file.isPresent()) {
      return mapper.readTree(Files.readString(Path.of(file.get())));
    }
    try (InputStream in = SentencesBenchmark.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(
            "The set ("
                + resource
                + ") is not there. Maybe put it beside tasks.json, or use --file.");
      }
      return mapper.readTree(in);
    }
  }

  private static Answer answer(NeuralNetworkCreator creator, SentenceTask task) {
    UnderstoodTask understood;
    try {
      understood =
          creator
              .create(task.description())
              .from(DataSource.rows(Sketch.rows(task.data(), task.id())))
              .understand();
    } catch (TaskException e) {
      if (e.understood().isEmpty()) {
        return new Answer(task, e.toString(), Map.of());
      }
      understood = e.understood().get();
    } catch (NnCreatorException e) {
      return new Answer(task, e.toString(), Map.of());
    }
    return new Answer(task, told(understood), task.judge(understood));
  }

  private static String told(UnderstoodTask task) {
    return task.modality().value()
        + " "
        + task.objective().value()
        + " "
        + names(task.targets())
        + " metric "
        + (task.metric() == null ? "none" : task.metric().value().id())
        + " left out "
        + names(task.excluded())
        + " split "
        + task.split().value()
        + " group "
        + (task.groupColumn() == null ? "-" : task.groupColumn().value())
        + " positive "
        + (task.positiveClass() == null ? "-" : task.positiveClass().value())
        + " "
        + task.details()
        + " because "
        + task.targets().stream().map(Inferred::reason).toList()
        + task.objective().reason();
  }

  private static List<String> names(List<Inferred<String>> inferred) {
    return inferred.stream().map(Inferred::value).toList();
  }

  private static <T> Map<String, List<Answer>> group(
      List<Answer> answers, Function<Answer, T> part, Function<T, String> key) {
    return answers.stream()
        .collect(Collectors.groupingBy(part.andThen(key), LinkedHashMap::new, Collectors.toList()));
  }

  private static void row(Figures figures, String name, List<Answer> answers) {
    figures.row().put("of", name).put("sentences", answers.size());
    figures.put("fully_right", share(answers, Answer::full));
    for (String field :
        List.of(
            "modality",
            "objective",
            "target",
            "metric",
            "exclude",
            "split",
            "constraints",
            "questions")) {
      figures.put(field, share(answers, answer -> answer.right(field)));
    }
  }

  private static double share(List<Answer> answers, Function<Answer, Boolean> right) {
    return answers.stream().filter(right::apply).count() / (double) answers.size();
  }

  private static String shown(Answer answer) {
    List<String> wrong =
        answer.verdicts.entrySet().stream()
            .filter(entry -> !entry.getValue())
            .map(Map.Entry::getKey)
            .toList();
    return (answer.full() ? "  part " : "WRONG  ")
        + answer.task.id()
        + " "
        + (answer.verdicts.isEmpty() ? "error" : wrong)
        + " "
        + answer.task.description()
        + "\n      expected "
        + answer.task.node().path("expected")
        + "\n      got      "
        + answer.got;
  }
}
