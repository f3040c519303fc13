// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.Finding;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.Question;
import io.nncreator.api.task.SplitKind;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how rows are divided into those to learn from and those to judge by. */
final class SplitRules {
  /** A column of groups has at least so many rows for each. */
  private static final double LEAST_ROWS = 1.5;

  private final Reading reading;
  private final Collection<String> targets;

  SplitRules(Reading reading, Collection<String> targets) {
    this.reading = reading;
    this.targets = List.copyOf(targets);
  }

  /**
   * Returns the column that orders rows, if the sentence asks for the future or for judging by the
   * latest rows, and there is one.
   */
  Optional<Inferred<String>> timeColumn() {
    Optional<Topic> future =
        reading.sentence().first("split.time").or(() -> reading.sentence().first("future"));
    if (future.isEmpty()) {
      return Optional.empty();
    }
    String reason = said(future.get()) + ", and the column holds points in time";
    return open()
        .filter(column -> column.kind() == ColumnKind.DATE_TIME)
        .map(ColumnProfile::name)
        .findFirst()
        .map(name -> new Inferred<>(name, 0.8, Origin.SENTENCE, reason));
  }

  /** Returns the column whose values shall not be divided, if the sentence asks for that. */
  Optional<Inferred<String>> groupColumn() {
    Optional<Topic> together = reading.sentence().first("split.group");
    if (together.isEmpty()) {
      return Optional.empty();
    }
    String reason = said(together.get()) + ", and the values of the column repeat";
    return open()
        .filter(this::repeats)
        .max(Comparator.comparingDouble(this::groupLikeness))
        .filter(column -> groupLikeness(column) > 0)
        .map(column -> new Inferred<>(column.name(), 0.8, Origin.SENTENCE, reason));
  }

  private java.util.stream.Stream<ColumnProfile> open() {
    return reading.profile().columns().stream().filter(column -> !targets.contains(column.name()));
  }

  private boolean repeats(ColumnProfile column) {
    boolean names =
        column.kind() == ColumnKind.IDENTIFIER
            || column.kind() == ColumnKind.CATEGORY
            || column.kind() == ColumnKind.NUMBER;
    return names
        && column.distinct() > 2
        && column.distinct() * LEAST_ROWS <= reading.profile().rows();
  }

  /** A column named like identifiers counts most, then one that the sentence names. */
  private double groupLikeness(ColumnProfile column) {
    double likeness = 0;
    for (ColumnName name : reading.names()) {
      if (reading.column(name.index()).name().equals(column.name())) {
        boolean id = name.topics().stream().anyMatch(t -> t.key().equals("named.id"));
        likeness += id ? 1 : 0;
        likeness += reading.mentionsOf(name.index()).isEmpty() ? 0 : 1;
      }
    }
    boolean hinted =
        reading.profile().findings().stream()
            .anyMatch(
                finding ->
                    finding.kind() == Finding.Kind.GROUP_HINT
                        && finding.column().equals(column.name()));
    double many = Math.min(0.5, column.distinct() / (double) reading.profile().rows());
    return likeness + (hinted ? 0.5 : 0) + (likeness > 0 || hinted ? many : 0);
  }

  Inferred<SplitKind> tell(
      Objective objective, @Nullable Inferred<String> time, @Nullable Inferred<String> group) {
    if (objective == Objective.FORECAST) {
      return new Inferred<>(
          SplitKind.TIME, 0.95, Origin.RULE, "a forecast is judged by what came later");
    }
    if (group != null) {
      return new Inferred<>(SplitKind.GROUP, 0.8, Origin.SENTENCE, group.reason());
    }
    if (time != null) {
      return new Inferred<>(
          SplitKind.TIME, 0.8, Origin.SENTENCE, "the sentence asks for the future");
    }
    return objective.classification()
        ? new Inferred<>(
            SplitKind.STRATIFIED, 0.9, Origin.RULE, "each part shall hold each class in its share")
        : new Inferred<>(SplitKind.RANDOM, 0.9, Origin.RULE, "rows are taken as independent");
  }

  /** Adds questions for what the data hints at: groups, time, columns that give the target away. */
  void ask(boolean byTime, boolean byGroup, List<Question> questions) {
    for (Finding finding : reading.profile().findings()) {
      String column = CleanText.label(finding.column());
      switch (finding.kind()) {
        case GROUP_HINT -> {
          if (!byGroup) {
            questions.add(
                new Question(
                    Question.About.SPLIT,
                    "Do rows with one value of ("
                        + column
                        + ") belong together? "
                        + sentence(finding.reason())
                        + " If so, the score is too good for new groups: rows were divided one by"
                        + " one."));
          }
        }
        case TIME_HINT -> {
          if (!byTime) {
            questions.add(
                new Question(
                    Question.About.SPLIT,
                    "Shall the network tell the future? "
                        + sentence(finding.reason())
                        + " If so, say it in the sentence (\"for next month\"): then the latest rows"
                        + " judge."));
          }
        }
        case LEAK_SUSPECT ->
            questions.add(
                new Question(
                    Question.About.FEATURES,
                    "Is ("
                        + column
                        + ") known before the target is? "
                        + sentence(finding.reason())
                        + " If not, leave it out."));
        default -> {
          // The other findings leave no question about the task.
        }
      }
    }
  }

  private String said(Topic topic) {
    return "the sentence says '" + CleanText.label(reading.sentence().words(topic)) + "'";
  }

  private static String sentence(String reason) {
    String text = CleanText.of(reason, 300);
    if (text.isEmpty()) {
      return "";
    }
    String first = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return first.endsWith(".") ? first : first + ".";
  }
}
