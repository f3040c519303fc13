// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.TaskException;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Objective;
import io.nncreator.api.task.TaskSettings;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognises tasks that this version does not build, by the sentence and the data. */
final class UnsupportedTasks {
  /** A table of a series has few columns besides time. */
  private static final int MOST_SERIES_COLUMNS = 5;

  /** Mentions at least this strong make a task with labels of one that sounds as without. */
  private static final double NAMED = 0.7;

  private static final int SAMPLE = 20;

  private final Reading reading;
  private final TaskSettings settings;

  UnsupportedTasks(Reading reading, TaskSettings settings) {
    this.reading = reading;
    this.settings = settings;
  }

  /**
   * Checks setting and sentence, before the target is known.
   *
   * @throws TaskException if the task is not built
   */
  void checkSentence() {
    Objective set = settings.objective();
    if (set != null) {
      if (!set.built()) {
        throw of(set).because("the objective is set so");
      }
      return;
    }
    checkForecast();
    refuse("objective.unsupported", Unsupported.OTHER);
    refuse("objective.multilabel", Unsupported.MULTILABEL);
    refuse("objective.quantile", Unsupported.QUANTILE);
    refuse("objective.ordinal", Unsupported.ORDINAL);
    if (!targetNamed()) {
      refuse("objective.anomaly", Unsupported.ANOMALY);
      refuse("objective.clustering", Unsupported.CLUSTERING);
    }
    if (settings.target() == null) {
      checkSeveral();
    }
  }

  private static Unsupported of(Objective objective) {
    return switch (objective) {
      case MULTILABEL -> Unsupported.MULTILABEL;
      case ORDINAL -> Unsupported.ORDINAL;
      case MULTI_REGRESSION -> Unsupported.MULTI_REGRESSION;
      case QUANTILE -> Unsupported.QUANTILE;
      case FORECAST -> Unsupported.FORECAST;
      case ANOMALY -> Unsupported.ANOMALY;
      case CLUSTERING -> Unsupported.CLUSTERING;
      case BINARY, MULTICLASS, REGRESSION, UNSUPPORTED -> Unsupported.OTHER;
    };
  }

  private void refuse(String key, Unsupported task) {
    reading.sentence().topics().stream()
        .filter(topic -> topic.key().equals(key))
        .filter(topic -> reading.mentions().stream().noneMatch(m -> names(m, topic)))
        .findFirst()
        .ifPresent(
            topic -> {
              throw task.because(said(topic));
            });
  }

  private static boolean names(Mention mention, Topic topic) {
    return mention.likeness().whole() && mention.overlaps(topic.start(), topic.end());
  }

  private boolean targetNamed() {
    return settings.target() != null
        || reading.mentions().stream().anyMatch(mention -> mention.weight() >= NAMED)
        || new ExplicitTarget(reading).find().isPresent();
  }

  private void checkForecast() {
    List<ColumnProfile> columns = reading.profile().columns();
    Optional<ColumnProfile> time = columns.stream().filter(this::timeLike).findFirst();
    if (time.isEmpty() || columns.size() > MOST_SERIES_COLUMNS) {
      return;
    }
    String series =
        "the table is little more than a series over (" + CleanText.label(time.get().name()) + ")";
    Optional<Topic> ahead = reading.sentence().first("objective.forecast");
    Optional<Topic> word = reading.sentence().first("series");
    if (ahead.isPresent()) {
      throw Unsupported.FORECAST.because(said(ahead.get()) + " and " + series);
    }
    if (word.isPresent() && columns.size() <= 3) {
      throw Unsupported.FORECAST.because(said(word.get()) + " and " + series);
    }
    if (columns.size() == 2 && time.get().kind() == ColumnKind.DATE_TIME) {
      throw Unsupported.FORECAST.because(series);
    }
  }

  private boolean timeLike(ColumnProfile column) {
    return column.kind() == ColumnKind.DATE_TIME
        || List.of("date", "time", "year", "month", "day", "timestamp", "datetime", "дата", "год")
            .contains(column.name().toLowerCase(Locale.ROOT));
  }

  /** "Predict price and area": two whole names joined by "and" behind one verb. */
  private void checkSeveral() {
    List<Mention> objects =
        reading.mentions().stream()
            .filter(m -> m.role() == Role.OBJECT && m.likeness().whole())
            .sorted(Comparator.comparingInt(Mention::start))
            .toList();
    for (int i = 0; i + 1 < objects.size(); i++) {
      Mention first = objects.get(i);
      Mention second = objects.get(i + 1);
      if (first.column() != second.column() && joined(first, second) && askedBefore(first)) {
        boolean numbers = quantity(first) && quantity(second);
        String names =
            "the sentence asks for ("
                + CleanText.label(reading.column(first.column()).name())
                + ") and ("
                + CleanText.label(reading.column(second.column()).name())
                + ")";
        throw (numbers ? Unsupported.MULTI_REGRESSION : Unsupported.SEVERAL_TARGETS).because(names);
      }
    }
  }

  private boolean joined(Mention first, Mention second) {
    boolean and = false;
    for (int i = first.end(); i < second.start(); i++) {
      and = and || reading.sentence().tokenIs(i, "role.and");
      if (!reading.sentence().tokenIs(i, "role.and")
          && !reading.sentence().tokenIs(i, "role.article")) {
        return false;
      }
    }
    return and;
  }

  /** Whether a verb such as "predict" leads the clause, not a question such as "do .. affect". */
  private boolean askedBefore(Mention mention) {
    return reading.sentence().topics().stream()
        .anyMatch(t -> t.key().equals("role.ask") && t.end() <= mention.start());
  }

  private boolean quantity(Mention mention) {
    ColumnProfile column = reading.column(mention.column());
    return column.kind() == ColumnKind.NUMBER && column.distinct() > 2;
  }

  /**
   * Checks that something is left to learn from.
   *
   * @throws TaskException if only texts or pictures are left
   * @throws DataException if nothing is left
   */
  void checkFeatures(Dataset data, String target, List<Inferred<String>> excluded) {
    List<String> left = excluded.stream().map(Inferred::value).toList();
    boolean any =
        reading.profile().columns().stream()
            .map(ColumnProfile::name)
            .anyMatch(name -> !name.equals(target) && !left.contains(name));
    if (any) {
      return;
    }
    for (ColumnProfile column : reading.profile().columns()) {
      boolean usable =
          !column.name().equals(target) && !settings.excluded().contains(column.name());
      String shown = "(" + CleanText.label(column.name()) + ")";
      if (usable && pictures(data.column(column.name()))) {
        throw Unsupported.IMAGE.because(
            "the only column to learn from, " + shown + ", names picture files");
      }
      if (usable && column.kind() == ColumnKind.TEXT) {
        throw Unsupported.TEXT.because(
            "the only column to learn from, " + shown + ", is free text");
      }
    }
    throw new DataException(
        ErrorCode.DATA_NO_FEATURES,
        "No column is left to tell ("
            + CleanText.label(target)
            + ") from; left out are "
            + ColumnLookup.list(left)
            + ". Maybe leave out fewer columns, or add some that say more.");
  }

  private static boolean pictures(Column column) {
    if (!(column instanceof Column.Texts texts)) {
      return false;
    }
    int seen = 0;
    for (int row = 0; row < column.size() && seen < SAMPLE; row++) {
      String cell = texts.cells()[row];
      if (cell != null) {
        seen++;
        if (!pictureName(cell.toLowerCase(Locale.ROOT))) {
          return false;
        }
      }
    }
    return seen > 0;
  }

  private static boolean pictureName(String name) {
    return List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff").stream()
        .anyMatch(name::endsWith);
  }

  private String said(Topic topic) {
    return "the sentence says '" + CleanText.label(reading.sentence().words(topic)) + "'";
  }
}
