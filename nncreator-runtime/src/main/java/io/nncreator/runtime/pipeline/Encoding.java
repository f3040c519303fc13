// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import java.util.HashSet;
import java.util.List;

/**
 * A way in which one raw column becomes features. All settings are learnt from training rows and
 * then frozen.
 */
public sealed interface Encoding {
  /** The code of a text that is not among the levels. */
  long UNKNOWN_CODE = 0;

  /** The code of a missing text. */
  long MISSING_CODE = 1;

  /** The code of the first level; the others follow. */
  long FIRST_LEVEL_CODE = 2;

  /**
   * Standardised numbers beyond this bound, on either side, are set to it: finite in 32 bits, and
   * so are their squares and sums.
   */
  double BOUND = 1e6;

  /** Returns the name of the raw column. */
  String column();

  /**
   * A number, standardised: {@code z = (x - center) / scale} in 64 bits, bounded by ±{@link
   * #BOUND}, then squashed smoothly by {@code z / sqrt(1 + (z / clip)^2)} in 32 bits, as in RealMLP
   * (arXiv 2407.04491, there with clip 3).
   *
   * @param fill stands in for a missing number, in raw units
   * @param center subtracted
   * @param scale divides, positive
   * @param indicator whether a second feature says that the number is missing
   * @param clip the limit of the squashing, or 0 for none
   */
  record ScaledNumber(
      String column, double fill, double center, double scale, boolean indicator, double clip)
      implements Encoding {
    /** Checks the settings. */
    public ScaledNumber {
      requireScaling(column, fill, center, scale);
      if (!(clip >= 0 && Double.isFinite(clip))) {
        throw new IllegalArgumentException(
            "The clip (" + clip + ") of column (" + column + ") must be at least 0 and finite.");
      }
    }
  }

  /**
   * A truth value: +1 for true, -1 for false, 0 for missing.
   *
   * @param indicator whether a second feature says that the value is missing
   */
  record Flag(String column, boolean indicator) implements Encoding {}

  /**
   * A category of few levels: one feature of 0 or 1 per level; a text that is not a level gives
   * zeros.
   *
   * @param levels the known texts, different and not empty
   * @param missingLevel whether one more feature, after the levels, says that the text is missing
   */
  record OneHotCategory(String column, List<String> levels, boolean missingLevel)
      implements Encoding {
    /** Copies and checks the levels. */
    public OneHotCategory {
      levels = List.copyOf(levels);
      requireLevels(column, levels);
    }
  }

  /**
   * A category of many levels: a code that selects a learnt vector. {@link #UNKNOWN_CODE}, {@link
   * #MISSING_CODE}, then the levels from {@link #FIRST_LEVEL_CODE} on.
   *
   * @param levels the known texts, different and not empty
   */
  record EmbeddedCategory(String column, List<String> levels) implements Encoding {
    /** Copies and checks the levels. */
    public EmbeddedCategory {
      levels = List.copyOf(levels);
      requireLevels(column, levels);
    }

    /** Returns the number of codes: the levels, unknown and missing. */
    public int cardinality() {
      return levels.size() + (int) FIRST_LEVEL_CODE;
    }
  }

  /**
   * A short text, in which known words are looked for: one feature per word, 1 where the text has
   * it and 0 elsewhere. Words are what stands between spaces.
   *
   * @param words at least one; no form belongs to two of them
   */
  record TextWords(String column, List<Word> words) implements Encoding {
    /**
     * A word in the forms in which it was seen.
     *
     * @param name what it is called
     * @param forms the texts between spaces that mean it, letter case and punctuation included
     */
    public record Word(String name, List<String> forms) {
      /** Copies the forms. */
      public Word {
        forms = List.copyOf(forms);
      }
    }

    /** Copies and checks the words. */
    public TextWords {
      words = List.copyOf(words);
      List<String> forms = words.stream().flatMap(word -> word.forms().stream()).toList();
      boolean broken =
          forms.stream().anyMatch(form -> form.isEmpty() || form.indexOf(' ') >= 0)
              || words.stream().anyMatch(word -> word.forms().isEmpty());
      if (words.isEmpty() || broken || new HashSet<>(forms).size() != forms.size()) {
        throw new IllegalArgumentException(
            "The column ("
                + column
                + ") needs words whose forms are different, not empty and without spaces.");
      }
    }
  }

  /**
   * A point in time: its standardised distance from a centre, not squashed, and where it stands in
   * the cycles of nature and work, each as sine and cosine of the phase (0 and 0 when missing).
   *
   * @param fill stands in for a missing time, in seconds
   * @param center subtracted, in seconds
   * @param scale divides, in seconds, positive
   * @param yearly whether the phase in a year of 365.2425 days is a feature
   * @param weekly whether the phase in a week is a feature
   * @param daily whether the phase in a day is a feature
   * @param indicator whether one more feature says that the time is missing
   */
  record DateParts(
      String column,
      double fill,
      double center,
      double scale,
      boolean yearly,
      boolean weekly,
      boolean daily,
      boolean indicator)
      implements Encoding {
    /** Checks the settings. */
    public DateParts {
      requireScaling(column, fill, center, scale);
    }
  }

  private static void requireScaling(String column, double fill, double center, double scale) {
    if (!Double.isFinite(fill)
        || !Double.isFinite(center)
        || !Double.isFinite(scale)
        || scale <= 0) {
      throw new IllegalArgumentException(
          "The column ("
              + column
              + ") needs finite fill, center and scale > 0, got "
              + fill
              + ", "
              + center
              + ", "
              + scale
              + ".");
    }
  }

  private static void requireLevels(String column, List<String> levels) {
    if (levels.isEmpty() || levels.contains("") || new HashSet<>(levels).size() != levels.size()) {
      throw new IllegalArgumentException(
          "The column (" + column + ") needs levels that are different and not empty.");
    }
  }
}
