// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.CellText;
import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.DateStyle;
import io.nncreator.runtime.table.LocalNumbers;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what texts stand for: truth values, numbers in a local way of writing, points in time.
 */
final class TextTyping {
  private static final int KNOWN = 1 << 12;

  private final boolean everything;

  /**
   * Creates a typing.
   *
   * @param everything whether texts may stand for truth values and numbers too: the source has no
   *     other way to say them
   */
  TextTyping(boolean everything) {
    this.everything = everything;
  }

  /** A column, and how its points in time or its numbers were written. */
  record Typed(
      Column column,
      @Nullable DateStyle dateStyle,
      @Nullable LocalNumbers localNumbers,
      int unreadable) {
    static Typed of(Column column) {
      return new Typed(column, null, null, 0);
    }
  }

  Typed type(Column.Texts column) {
    if (Arrays.stream(column.cells()).allMatch(cell -> cell == null)) {
      return Typed.of(column);
    }
    if (everything) {
      Optional<Typed> plain = truths(column).map(Typed::of).or(() -> localNumbers(column));
      if (plain.isPresent()) {
        return plain.get();
      }
    }
    Optional<DateStyle> style = DateStyle.detect(column.cells());
    return style.map(found -> dates(column, found)).orElseGet(() -> Typed.of(column));
  }

  /** Returns the texts with numbers in the plain way of writing. */
  Column.Texts plain(Column.Texts column) {
    return everything ? plainNumbers(column).orElse(column) : column;
  }

  private static Optional<Column.Texts> plainNumbers(Column.Texts column) {
    return LocalNumbers.detect(column.cells()).map(way -> plain(column, way));
  }

  private static Column.Texts plain(Column.Texts column, LocalNumbers way) {
    TextCells plain = new TextCells();
    for (@Nullable String cell : column.cells()) {
      plain.add(cell == null ? null : way.plain(cell));
    }
    return plain.column(column.name());
  }

  private static Optional<Column> truths(Column.Texts column) {
    return all(column, CellText::truth)
        .map(cells -> new Column.Numbers(column.name(), NumberType.BOOLEAN, cells));
  }

  private static Optional<Typed> localNumbers(Column.Texts column) {
    return LocalNumbers.detect(column.cells()).flatMap(way -> localNumbers(column, way));
  }

  private static Optional<Typed> localNumbers(Column.Texts column, LocalNumbers way) {
    return all(plain(column, way), CellText::number)
        .map(
            cells -> {
              boolean whole = Arrays.stream(cells).allMatch(TextTyping::wholeOrMissing);
              NumberType type = whole ? NumberType.INTEGER : NumberType.REAL;
              return new Typed(new Column.Numbers(column.name(), type, cells), null, way, 0);
            });
  }

  private static Typed dates(Column.Texts column, DateStyle style) {
    double[] seconds = new double[column.size()];
    // Dates stand again and again, so what each cell means is remembered for a while.
    @Nullable String[] known = new @Nullable String[KNOWN];
    double[] times = new double[KNOWN];
    int unreadable = 0;
    for (int row = 0; row < seconds.length; row++) {
      @Nullable String cell = column.cells()[row];
      if (cell == null) {
        seconds[row] = Double.NaN;
        continue;
      }
      int slot = cell.hashCode() & (KNOWN - 1);
      if (!cell.equals(known[slot])) {
        known[slot] = cell;
        times[slot] = style.parse(cell).orElse(Double.NaN);
      }
      seconds[row] = times[slot];
      unreadable += Double.isNaN(times[slot]) ? 1 : 0;
    }
    Column dates = new Column.Numbers(column.name(), NumberType.TIMESTAMP, seconds);
    return new Typed(dates, style, null, unreadable);
  }

  /** Reads all cells, or nothing if one of them cannot be read. */
  private static Optional<double[]> all(
      Column.Texts column, Function<String, OptionalDouble> reading) {
    double[] cells = new double[column.size()];
    for (int row = 0; row < cells.length; row++) {
      @Nullable String cell = column.cells()[row];
      if (cell == null) {
        cells[row] = Double.NaN;
        continue;
      }
      OptionalDouble value = reading.apply(cell);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      cells[row] = value.getAsDouble();
    }
    return Optional.of(cells);
  }

  private static boolean wholeOrMissing(double value) {
    return Double.isNaN(value) || value == Math.rint(value);
  }
}
