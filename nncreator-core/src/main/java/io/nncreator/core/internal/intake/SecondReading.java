// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.runtime.table.Layout;
import io.nncreator.runtime.table.RecordScanner;
import io.nncreator.runtime.table.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads further rows of a delimited text of which a sample was read before. What a column holds was
 * found out then: nothing is found out any more, and no more rows are held than a batch has. Used
 * once, by one thread.
 */
public final class SecondReading {
  private static final int ROWS_BETWEEN = 8_192;

  private final TableFile file;
  private final ReadTable first;
  private final Batches work;
  private final RowBatch batch;
  private final int width;
  private final long[] numbers;

  /** Rows of the batch that are in the sample. */
  private final BitSet known = new BitSet();

  private @Nullable Cells[] cells;
  private long done;
  private int nextSampled;
  private int compared;
  private int size;

  /** What is done with the rows. */
  public interface Batches {
    /** Begins, or begins again where the text turned out to be of another encoding. */
    void start();

    /**
     * Returns whether a row is to be read; asked once for each row that is not in the sample, in
     * order.
     */
    boolean wants(long number);

    /** Takes the next rows that are wanted. */
    void take(Dataset rows);

    /** Returns whether to go on; asked every few thousand rows. */
    boolean goesOn();
  }

  private SecondReading(Path file, ReadTable first, Batches work) {
    this.file = new TableFile(file);
    this.first = first;
    this.work = work;
    this.numbers = first.numbers();
    this.width = first.dataset().columns().size();
    this.batch = new RowBatch(width);
    this.cells = new @Nullable Cells[width];
  }

  /**
   * Reads; returns whether it came to the end.
   *
   * @throws DataException if the text is malformed or not any more what it was at first
   */
  public static boolean read(Path file, ReadTable first, Batches work) {
    SecondReading reading = new SecondReading(file, first, work);
    return reading.file.decode(reading::read);
  }

  private boolean read() throws IOException {
    Layout layout = file.layout();
    if (layout.names().size() < width || !names().equals(layout.names().subList(0, width))) {
      throw changed("its columns are others");
    }
    done = 0;
    nextSampled = 0;
    compared = 0;
    clear();
    work.start();
    try {
      file.rows(layout, this::row);
      hand();
    } catch (EndedException e) {
      return false;
    }
    if (done != first.rows()) {
      throw changed("it had " + first.rows() + " rows and now has " + done);
    }
    return true;
  }

  private List<String> names() {
    return first.dataset().columns().stream().map(Column::name).toList();
  }

  private void row(RecordScanner scanner) {
    if (done % ROWS_BETWEEN == 0 && !work.goesOn()) {
      throw new EndedException();
    }
    boolean sampled = nextSampled < numbers.length && numbers[nextSampled] == done;
    if (sampled || work.wants(done)) {
      if (sampled) {
        nextSampled++;
        known.set(size);
      }
      batch.add(scanner);
      size++;
      if (batch.isFull()) {
        hand();
      }
    }
    done++;
  }

  private void hand() {
    if (size == 0) {
      return;
    }
    for (int i = 0; i < width; i++) {
      cells[i] = cells(first.dataset().columns().get(i));
    }
    batch.read(cells, 0, 1);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      columns.add(column(first.dataset().columns().get(i), cells[i]));
    }
    Dataset rows = new Dataset(first.dataset().name(), columns);
    compare(rows);
    int[] wanted = IntStream.range(0, size).filter(row -> !known.get(row)).toArray();
    clear();
    if (wanted.length > 0) {
      work.take(rows.select(wanted));
    }
  }

  private void clear() {
    batch.clear();
    known.clear();
    size = 0;
  }

  private Cells cells(Column column) {
    return column instanceof Column.Numbers numbers
        ? new KnownNumbers(
            numbers.type(),
            first.dateStyles().get(column.name()),
            first.localNumbers().get(column.name()))
        : new TextCells();
  }

  private static Column column(Column like, @Nullable Cells cells) {
    if (like instanceof Column.Numbers numbers && cells instanceof KnownNumbers known) {
      return new Column.Numbers(like.name(), numbers.type(), known.toArray());
    }
    if (cells instanceof TextCells texts) {
      return texts.column(like.name());
    }
    throw new IllegalStateException("No cells were read for the column (" + like.name() + ").");
  }

  /** Requires that the rows of the sample are what they were. */
  private void compare(Dataset rows) {
    for (int row = known.nextSetBit(0); row >= 0; row = known.nextSetBit(row + 1)) {
      for (int i = 0; i < width; i++) {
        if (!same(first.dataset().columns().get(i), compared, rows.columns().get(i), row)) {
          throw changed("row " + (numbers[compared] + 1) + " has another value than at first");
        }
      }
      compared++;
    }
  }

  private static boolean same(Column one, int row, Column other, int otherRow) {
    if (one.missing(row) || other.missing(otherRow)) {
      return one.missing(row) == other.missing(otherRow);
    }
    return one instanceof Column.Numbers number
        ? number.cells()[row] == ((Column.Numbers) other).cells()[otherRow]
        : String.valueOf(((Column.Texts) one).cells()[row])
            .equals(((Column.Texts) other).cells()[otherRow]);
  }

  /** The work needs no more rows. */
  private static final class EndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EndedException() {
      super("ended", null, false, false);
    }
  }

  private DataException changed(String how) {
    return new DataException(
        ErrorCode.DATA_CHANGED,
        "The file ("
            + file.file().name()
            + ") was changed while a network was made of it: "
            + how
            + ". Maybe make a copy first and learn from that.");
  }
}
