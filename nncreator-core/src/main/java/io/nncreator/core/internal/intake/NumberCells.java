// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Column.NumberType;
import io.nncreator.api.data.Finding;
import io.nncreator.core.internal.intake.sample.RowSample;
import io.nncreator.runtime.table.FileColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of which it is hoped that it holds numbers. A few cells that are none count as missing;
 * with more of them the column is one of texts, for which it may have to be read again.
 */
final class NumberCells implements Cells {
  private static final double MOST_UNREADABLE = FileColumn.MOST_UNREADABLE;
  private static final int LEAST_ROWS = FileColumn.LEAST_ROWS;
  private static final int EXAMPLES = 3;

  private final NumberScanner scanner;
  private final DoubleCells numbers = new DoubleCells();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private long present;
  private boolean real;
  private boolean codes;
  private @Nullable TextCells texts;
  private boolean givenUp;

  NumberCells(NumberScanner scanner) {
    this.scanner = scanner;
  }

  @Override
  public void add(char[] text, int start, int end) {
    if (texts != null) {
      texts.add(text, start, end);
      return;
    }
    if (givenUp) {
      return;
    }
    double number = scanner.scan(text, start, end);
    present++;
    if (Double.isNaN(number)) {
      unreadable.add(new Unreadable(numbers.size(), new String(text, start, end - start)));
    } else {
      real |= !scanner.whole();
      codes |= scanner.code();
    }
    numbers.add(number);
    if (unreadable.size() > LEAST_ROWS + 2 * MOST_UNREADABLE * present) {
      becomeTexts();
    }
  }

  @Override
  public void addMissing() {
    if (texts != null) {
      texts.addMissing();
    } else if (!givenUp) {
      numbers.add(Double.NaN);
    }
  }

  /** Ends the reading; returns the column, or nothing if its texts must be read again. */
  Optional<Column> column(String name) {
    boolean numeric =
        texts == null && !givenUp && unreadable.size() < present && (real || !codes) && tolerable();
    if (numeric) {
      NumberType type = real ? NumberType.REAL : NumberType.INTEGER;
      return Optional.of(new Column.Numbers(name, type, numbers.toArray()));
    }
    if (texts == null && !givenUp) {
      becomeTexts();
    }
    return Optional.ofNullable(texts).map(cells -> cells.column(name));
  }

  /**
   * Returns what a person should know about a column that was read as numbers.
   *
   * @param sample which rows these are, or null if they are all
   */
  Optional<Finding> finding(String name, @Nullable RowSample sample) {
    if (unreadable.isEmpty() || texts != null || givenUp) {
      return Optional.empty();
    }
    List<String> examples =
        unreadable.stream().limit(EXAMPLES).map(cell -> cell.shown(sample)).toList();
    return Optional.of(
        new Finding(
            Finding.Kind.UNREADABLE_CELLS,
            name,
            unreadable.size()
                + " of "
                + present
                + " cells are no numbers, such as "
                + String.join(", ", examples)
                + "; they count as missing."));
  }

  private boolean tolerable() {
    boolean few = numbers.size() >= LEAST_ROWS && unreadable.size() <= MOST_UNREADABLE * present;
    return unreadable.isEmpty() || few;
  }

  /** Goes on with texts if those of all rows so far are known, and gives up otherwise. */
  private void becomeTexts() {
    if (unreadable.size() < present) {
      givenUp = true;
      return;
    }
    TextCells cells = new TextCells();
    for (Unreadable cell : unreadable) {
      while (cells.size() < cell.row()) {
        cells.addMissing();
      }
      cells.add(cell.text().toCharArray(), 0, cell.text().length());
    }
    while (cells.size() < numbers.size()) {
      cells.addMissing();
    }
    texts = cells;
  }

  /** A cell that is no number. */
  private record Unreadable(int row, String text) {
    String shown(@Nullable RowSample sample) {
      long number = sample == null ? row : sample.numbers()[row];
      return "(" + Shown.of(text) + ") in row " + (number + 1);
    }
  }
}
