// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.ColumnProfile.NumberSummary;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.data.Finding;
import io.nncreator.api.data.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is worth knowing about a table whatever the target. */
final class TableFindings {
  /** The least share of missing cells that is worth a word. */
  static final double MISSING = 0.05;

  /** How many interquartile ranges beyond a quartile the farthest value of a heavy tail lies. */
  static final double HEAVY_TAIL = 20;

  private static final int LEAST_TIMES = 10;

  private final Dataset dataset;
  private final List<ColumnProfile> profiles;
  private final long duplicates;
  private final long rows;
  private final List<Finding> findings = new ArrayList<>();

  TableFindings(Dataset dataset, List<ColumnProfile> profiles, long duplicates, long rows) {
    this.dataset = dataset;
    this.profiles = profiles;
    this.duplicates = duplicates;
    this.rows = rows;
  }

  List<Finding> list() {
    if (duplicates > 0) {
      add(
          Kind.DUPLICATE_ROWS,
          "",
          Share.of(duplicates, rows) + " rows equal an earlier row in all columns.");
    }
    for (int i = 0; i < profiles.size(); i++) {
      column(dataset.columns().get(i), profiles.get(i));
    }
    return findings;
  }

  private void column(Column column, ColumnProfile profile) {
    String name = profile.name();
    boolean leftOut =
        profile.kind() == ColumnKind.CONSTANT || profile.kind() == ColumnKind.IDENTIFIER;
    if (leftOut) {
      add(Kind.LEFT_OUT, name, profile.reason());
    } else if (profile.missing() >= MISSING * rows) {
      add(Kind.MISSING_CELLS, name, Share.of(profile.missing(), rows) + " cells are missing.");
    }
    long present = rows - profile.missing();
    if (KindRules.groups(name, present, profile.distinct())) {
      add(
          Kind.GROUP_HINT,
          name,
          profile.distinct()
              + " values stand "
              + Share.number((double) present / profile.distinct())
              + " times on average. Rows of one value may belong together: then a score is only"
              + " true if they are not divided.");
    }
    if (profile.kind() == ColumnKind.CATEGORY && profile.distinct() > KindRules.MANY_LEVELS) {
      add(
          Kind.MANY_LEVELS,
          name,
          profile.distinct() + " levels in " + present + " cells; rare levels teach little.");
    }
    if (profile.kind() == ColumnKind.NUMBER) {
      heavyTail(profile);
    }
    if (profile.kind() == ColumnKind.DATE_TIME && column instanceof Column.Numbers times) {
      timeOrder(times, profile.distinct());
    }
  }

  private void heavyTail(ColumnProfile profile) {
    @Nullable NumberSummary numbers = profile.numbers();
    if (numbers == null) {
      return;
    }
    double range = numbers.threeQuarters() - numbers.quarter();
    boolean above = numbers.max() - numbers.threeQuarters() > HEAVY_TAIL * range;
    boolean below = numbers.quarter() - numbers.min() > HEAVY_TAIL * range;
    if (range > 0 && (above || below)) {
      add(
          Kind.HEAVY_TAIL,
          profile.name(),
          "Half of the values lie between "
              + Share.number(numbers.quarter())
              + " and "
              + Share.number(numbers.threeQuarters())
              + ", but the "
              + (above ? "greatest is " : "least is ")
              + Share.number(above ? numbers.max() : numbers.min())
              + ".");
    }
  }

  private void timeOrder(Column.Numbers times, long distinct) {
    if (distinct < LEAST_TIMES || times.size() < KindRules.LEAST_ROWS) {
      return;
    }
    boolean rising = true;
    boolean falling = true;
    double last = Double.NaN;
    for (double time : times.cells()) {
      if (!Double.isNaN(time)) {
        rising &= !(time < last);
        falling &= !(time > last);
        last = time;
      }
    }
    if (rising || falling) {
      add(
          Kind.TIME_HINT,
          times.name(),
          "The rows are sorted by this column, "
              + (rising ? "oldest" : "newest")
              + " first. If the future is to be told from the past, the last rows are the test.");
    }
  }

  private void add(Kind kind, String column, String reason) {
    findings.add(new Finding(kind, column, reason));
  }
}
