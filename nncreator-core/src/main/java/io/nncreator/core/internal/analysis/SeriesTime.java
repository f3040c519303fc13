// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.task.Horizon;
import io.nncreator.api.task.Horizon.Frequency;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The column that orders a series, the time between its rows, and how far ahead is asked. */
final class SeriesTime {
  /** Share of different points in time from which each row is a time of its own. */
  private static final double SINGLE = 0.98;

  private final Reading reading;
  private final Dataset data;

  SeriesTime(Reading reading, Dataset data) {
    this.reading = reading;
    this.data = data;
  }

  /** Returns the first column of points in time, or of whole years and the like. */
  Optional<ColumnProfile> column() {
    List<ColumnProfile> columns = reading.profile().columns();
    return columns.stream()
        .filter(column -> column.kind() == ColumnKind.DATE_TIME)
        .max(Comparator.comparingLong(ColumnProfile::distinct))
        .or(() -> columns.stream().filter(this::named).findFirst());
  }

  private boolean named(ColumnProfile column) {
    boolean counts = column.kind() == ColumnKind.NUMBER || column.kind() == ColumnKind.IDENTIFIER;
    return counts
        && column.numbers() != null
        && single(column)
        && reading.names().stream()
            .filter(name -> reading.column(name.index()).name().equals(column.name()))
            .anyMatch(name -> name.listedUnder("named.time"));
  }

  /** Returns whether each row has a point in time of its own. */
  boolean single(ColumnProfile column) {
    return column.distinct() >= SINGLE * (reading.profile().rows() - column.missing());
  }

  /** Returns the usual time between rows, by the median gap between different points in time. */
  Frequency frequency(ColumnProfile time) {
    if (time.kind() != ColumnKind.DATE_TIME
        || !(data.column(time.name()) instanceof Column.Numbers numbers)) {
      return Frequency.YEAR;
    }
    double[] moments =
        Arrays.stream(numbers.cells()).filter(Double::isFinite).sorted().distinct().toArray();
    if (moments.length < 2) {
      return Frequency.DAY;
    }
    double[] gaps = new double[moments.length - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = moments[i + 1] - moments[i];
    }
    Arrays.sort(gaps);
    double usual = gaps[gaps.length / 2];
    return Stream.of(Frequency.values())
        .min(Comparator.comparingDouble(f -> Math.abs(Math.log(f.seconds() / usual))))
        .orElse(Frequency.DAY);
  }

  /** Returns how far ahead the sentence asks, in steps of a frequency. */
  Optional<Horizon> horizon(Frequency frequency, List<Amount> amounts) {
    for (Amount amount : amounts) {
      Optional<Frequency> unit = unit(amount.unit());
      if (unit.isPresent() && amount.value() >= 1) {
        return Optional.of(steps(amount.value() * unit.get().seconds(), frequency));
      }
    }
    if (reading.sentence().speaksOf("horizon.tomorrow")) {
      return Optional.of(steps(Frequency.DAY.seconds(), frequency));
    }
    for (Topic next : reading.sentence().topics()) {
      if (next.key().equals("horizon.next")) {
        Optional<Frequency> unit = unit(Amount.unitAt(reading.sentence(), next.end()));
        if (unit.isPresent()) {
          return Optional.of(steps(unit.get().seconds(), frequency));
        }
      }
    }
    return Optional.empty();
  }

  private static Horizon steps(double seconds, Frequency frequency) {
    long steps = Math.round(seconds / frequency.seconds());
    return new Horizon((int) Math.min(Math.max(steps, 1), 1_000_000), frequency);
  }

  private static Optional<Frequency> unit(String name) {
    return Stream.of(Frequency.values()).filter(f -> f.name().equalsIgnoreCase(name)).findFirst();
  }
}
