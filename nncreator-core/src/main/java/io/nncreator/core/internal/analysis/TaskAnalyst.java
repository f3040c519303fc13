// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.DataProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.task.Question;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.api.task.UnderstoodTask;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Lexicons;
import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a task of a sentence and a table, offline and always in the same way. Settings win over the
 * sentence, the sentence over rules of thumb, and facts of the data over all guesses: {@code
 * docs/tasks.md}. Immutable and thread-safe.
 */
public final class TaskAnalyst {
  /** Longest sentence that is read, in characters; what is beyond is left out with a note. */
  public static final int LONGEST_DESCRIPTION = 2000;

  private static final int LONGEST_NAME = 200;

  private final Lexicons lexicons;

  private TaskAnalyst(Lexicons lexicons) {
    this.lexicons = lexicons;
  }

  /** Reads the vocabularies, which takes up to a second in a fresh JVM. */
  public static TaskAnalyst create() {
    return new TaskAnalyst(Lexicons.load());
  }

  /**
   * Tells what is meant, whether or not this version builds it.
   *
   * @param description the user's sentence; may be empty
   * @param profile of the table
   * @param data the table; only the target's cells, points in time and the names of picture files
   *     are read
   * @param settings what the user has set
   * @throws io.nncreator.api.error.TaskException if settings contradict the data
   * @throws io.nncreator.api.error.DataException if a named column does not exist or the target
   *     cannot be learnt
   */
  public UnderstoodTask understand(
      String description, DataProfile profile, Dataset data, TaskSettings settings) {
    return read(description, profile, data, settings).understood();
  }

  /**
   * Tells the task.
   *
   * @see #understand
   * @throws io.nncreator.api.error.TaskException if the task is unclear, contradictory or not built
   * @throws io.nncreator.api.error.DataException if a named column does not exist, the target
   *     cannot be learnt, or nothing is left to learn from
   */
  public TaskSpec analyse(
      String description, DataProfile profile, Dataset data, TaskSettings settings) {
    return read(description, profile, data, settings).built();
  }

  private TaskReading read(
      String description, DataProfile profile, Dataset data, TaskSettings settings) {
    List<Question> questions = new ArrayList<>();
    Sentence sentence = Sentence.read(description, LONGEST_DESCRIPTION, lexicons, words(profile));
    if (description.strip().length() > LONGEST_DESCRIPTION) {
      questions.add(
          new Question(
              Question.About.DESCRIPTION,
              "Only the first "
                  + LONGEST_DESCRIPTION
                  + " characters of the description were read."));
    }
    return TaskReading.of(Reading.of(sentence, profile), data, settings, questions);
  }

  /** Returns the words of all names of columns. */
  private static Set<String> words(DataProfile profile) {
    return profile.columns().stream()
        .flatMap(
            column -> Tokenizer.tokens(CleanText.of(column.name(), LONGEST_NAME), "en").stream())
        .map(Token::text)
        .collect(Collectors.toSet());
  }
}
