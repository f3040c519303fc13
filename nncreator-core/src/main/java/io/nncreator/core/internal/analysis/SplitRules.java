// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.Finding;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.SplitKind;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells how rows are divided into those to learn from and those to judge by. */
final class SplitRules {
  private final Reading reading;
  private final String target;

  SplitRules(Reading reading, String target) {
    this.reading = reading;
    this.target = target;
  }

  /** Returns the column that orders rows, if the sentence asks for the future and there is one. */
  Optional<Inferred<String>> timeColumn() {
    Optional<Topic> future = reading.sentence().first("future");
    if (future.isEmpty()) {
      return Optional.empty();
    }
    String reason =
        "the sentence says '"
            + reading.sentence().words(future.get())
            + "', and the column holds points in time";
    return reading.profile().columns().stream()
        .filter(column -> column.kind() == ColumnKind.DATE_TIME && !column.name().equals(target))
        .map(ColumnProfile::name)
        .findFirst()
        .map(name -> new Inferred<>(name, 0.8, Origin.SENTENCE, reason));
  }

  Inferred<SplitKind> tell(Objective objective, boolean byTime) {
    if (byTime) {
      return new Inferred<>(
          SplitKind.TIME, 0.8, Origin.SENTENCE, "the sentence asks for the future");
    }
    return objective.classification()
        ? new Inferred<>(
            SplitKind.STRATIFIED, 0.9, Origin.RULE, "each part shall hold each class in its share")
        : new Inferred<>(SplitKind.RANDOM, 0.9, Origin.RULE, "rows are taken as independent");
  }

  /** Adds questions for what the data hints at: groups, time, columns that give the target away. */
  void ask(boolean byTime, List<String> questions) {
    for (Finding finding : reading.profile().findings()) {
      String column = CleanText.label(finding.column());
      switch (finding.kind()) {
        case GROUP_HINT ->
            questions.add(
                "Do rows with one value of ("
                    + column
                    + ") belong together? "
                    + sentence(finding.reason())
                    + " If so, the score is too good for new groups: rows were divided one by"
                    + " one.");
        case TIME_HINT -> {
          if (!byTime) {
            questions.add(
                "Shall the network tell the future? "
                    + sentence(finding.reason())
                    + " If so, say it in the sentence (\"for next month\"): then the latest rows"
                    + " judge.");
          }
        }
        case LEAK_SUSPECT ->
            questions.add(
                "Is ("
                    + column
                    + ") known before the target is? "
                    + sentence(finding.reason())
                    + " If not, leave it out.");
        default -> {
          // The other findings leave no question about the task.
        }
      }
    }
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
