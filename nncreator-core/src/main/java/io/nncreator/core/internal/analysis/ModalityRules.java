// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.api.task.Modality;
import io.nncreator.api.task.Objective;
import io.nncreator.core.internal.analysis.language.CleanText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells the form of the data: a table, texts, pictures or a series. */
final class ModalityRules {
  private static final int SAMPLE = 20;

  /** Texts of which more than this share differ teach little as categories. */
  private static final double MOST_DIFFERENT = 0.5;

  private static final List<String> PICTURES =
      List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff");

  private final Reading reading;
  private final Dataset data;
  private final Collection<String> targets;
  private final Collection<String> dropped;

  /**
   * Creates rules.
   *
   * @param targets columns to be told
   * @param dropped columns that settings or sentence leave out
   */
  ModalityRules(
      Reading reading, Dataset data, Collection<String> targets, Collection<String> dropped) {
    this.reading = reading;
    this.data = data;
    this.targets = targets;
    this.dropped = dropped;
  }

  Inferred<Modality> tell(Objective objective) {
    if (objective == Objective.FORECAST) {
      return said(Modality.TIME_SERIES, "coming values of a series are asked for");
    }
    boolean others = usable().anyMatch(this::learnable);
    Optional<ColumnProfile> pictures =
        column(this::pictures)
            .or(
                () ->
                    others
                        ? Optional.empty()
                        : reading.profile().columns().stream().filter(this::pictures).findFirst());
    if (pictures.isPresent()
        && (!others || reading.sentence().speaksOf("image") || !featureNamed())) {
      return new Inferred<>(
          Modality.IMAGE,
          0.9,
          Origin.DATA,
          "the column " + shown(pictures) + "names picture files");
    }
    Optional<ColumnProfile> text = column(each -> each.kind() == ColumnKind.TEXT);
    boolean mainlyText = usable().filter(this::learnable).count() < 2;
    if (text.isPresent() && (mainlyText || speaksOfText())) {
      return new Inferred<>(
          Modality.TEXT, 0.9, Origin.DATA, "the column " + shown(text) + "is free text");
    }
    SeriesTime series = new SeriesTime(reading, data);
    Optional<ColumnProfile> time = series.column();
    if (objective == Objective.ANOMALY && time.filter(series::single).isPresent()) {
      return new Inferred<>(
          Modality.TIME_SERIES, 0.7, Origin.DATA, "the rows are a series over " + shown(time));
    }
    return new Inferred<>(
        Modality.TABULAR, 0.97, Origin.DATA, "the columns hold numbers or categories");
  }

  /** Returns whether a column holds the texts or pictures that are learnt from. */
  boolean carries(Inferred<Modality> modality, String column) {
    ColumnProfile profile = reading.profile().column(column).orElseThrow();
    return switch (modality.value()) {
      case TEXT -> profile.kind() == ColumnKind.TEXT;
      case IMAGE -> pictures(profile);
      case TABULAR, TIME_SERIES, MULTIMODAL -> false;
    };
  }

  /** Whether the sentence names a column that a network could learn from. */
  private boolean featureNamed() {
    return reading.mentions().stream()
        .filter(mention -> mention.role() != Role.EXCLUDED && mention.likeness().whole())
        .map(mention -> reading.column(mention.column()))
        .anyMatch(column -> !targets.contains(column.name()) && learnable(column));
  }

  /** Whether the sentence speaks of reading, of what only texts have, or of the column of texts. */
  private boolean speaksOfText() {
    Sentence sentence = reading.sentence();
    boolean property =
        sentence.family("concept").stream()
            .anyMatch(topic -> sentence.lexicon().kind("text").contains(topic.name()));
    boolean named =
        reading.mentions().stream()
            .filter(mention -> mention.role() != Role.EXCLUDED)
            .anyMatch(m -> reading.column(m.column()).kind() == ColumnKind.TEXT);
    return property || named || sentence.speaksOf("text");
  }

  /** Whether a network could learn from a column as it stands in a table. */
  private boolean learnable(ColumnProfile column) {
    return switch (column.kind()) {
      case NUMBER, BOOLEAN, DATE_TIME -> true;
      case CATEGORY ->
          column.distinct() <= MOST_DIFFERENT * reading.profile().rows() && !pictures(column);
      case TEXT, IDENTIFIER, CONSTANT -> false;
    };
  }

  private java.util.stream.Stream<ColumnProfile> usable() {
    return reading.profile().columns().stream()
        .filter(column -> !targets.contains(column.name()) && !dropped.contains(column.name()));
  }

  private Optional<ColumnProfile> column(java.util.function.Predicate<ColumnProfile> wanted) {
    return usable().filter(wanted).findFirst();
  }

  private boolean pictures(ColumnProfile profile) {
    if (!(data.column(profile.name()) instanceof Column.Texts texts)) {
      return false;
    }
    int seen = 0;
    for (int row = 0; row < texts.size() && seen < SAMPLE; row++) {
      String cell = texts.cells()[row];
      if (cell != null) {
        seen++;
        String name = cell.toLowerCase(Locale.ROOT);
        if (PICTURES.stream().noneMatch(name::endsWith)) {
          return false;
        }
      }
    }
    return seen > 0;
  }

  private static String shown(Optional<ColumnProfile> column) {
    return column.map(each -> "(" + CleanText.label(each.name()) + ") ").orElse("");
  }

  private static Inferred<Modality> said(Modality modality, String reason) {
    return new Inferred<>(modality, 0.85, Origin.SENTENCE, reason);
  }
}
