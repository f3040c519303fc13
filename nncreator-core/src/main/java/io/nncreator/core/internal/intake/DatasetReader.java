// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.DataSource;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.core.internal.intake.sample.Sampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables into memory. The rules are in {@code docs/data.md}. Thread-safe.
 *
 * <p>All methods throw a {@link DataException} that says what to do when the source cannot be
 * opened, is damaged, is empty, or has two columns of one name.
 */
public final class DatasetReader {
  private final Path scratch;

  /**
   * Creates a reader.
   *
   * @param scratch folder in which large Parquet files may spill for a while; made when needed
   */
  public DatasetReader(Path scratch) {
    this.scratch = scratch;
  }

  /** Creates a reader that spills into the system's temporary folder. */
  public DatasetReader() {
    this(Path.of(System.getProperty("java.io.tmpdir", ".")));
  }

  /** Reads a table to learn from: every column gets the type that its cells have. */
  public ReadTable read(DataSource source) {
    return typed(source, null);
  }

  /**
   * Reads a table to learn from; of one in delimited text with more rows than are wanted, a sample
   * that holds the rows in their order.
   */
  public ReadTable read(DataSource source, Sampling sampling) {
    return typed(source, sampling);
  }

  private ReadTable typed(DataSource source, @Nullable Sampling sampling) {
    RawTable columns =
        source instanceof DataSource.Csv csv
            ? DelimitedReader.of(csv.file(), sampling).read()
            : columns(source);
    ReadTable table = columns.typed(source.name(), typing(source));
    requireRows(table.dataset());
    return table;
  }

  /**
   * Reads a table whose types are known to somebody else, such as a network: all columns are {@link
   * Column.Texts} of {@linkplain io.nncreator.api.data.CellText#clean clean} cells, in which
   * numbers have a decimal point and no separators of thousands.
   */
  public Dataset readTexts(DataSource source) {
    RawTable columns =
        source instanceof DataSource.Csv csv
            ? DelimitedReader.ofTexts(csv.file()).read()
            : columns(source);
    Dataset dataset = columns.texts(source.name(), typing(source));
    requireRows(dataset);
    return dataset;
  }

  private RawTable columns(DataSource source) {
    // Java 17 has no switch over sealed types.
    if (source instanceof DataSource.Json json) {
      return new JsonReader(json.file()).read();
    }
    if (source instanceof DataSource.Parquet parquet) {
      return new ParquetReader(parquet.file(), scratch).read();
    }
    if (source instanceof DataSource.Query query) {
      return new QueryReader(query).read();
    }
    if (source instanceof DataSource.Rows rows) {
      return RowsReader.read(rows);
    }
    return RecordsReader.read((DataSource.Records) source);
  }

  /** Texts in delimited files can be anything; elsewhere numbers have a type of their own. */
  private static TextTyping typing(DataSource source) {
    return new TextTyping(source instanceof DataSource.Csv);
  }

  private static void requireRows(Dataset dataset) {
    if (dataset.rows() == 0) {
      throw new DataException(
          ErrorCode.DATA_EMPTY,
          "The data ("
              + Shown.of(dataset.name())
              + ") has "
              + dataset.columns().size()
              + " columns but no rows. Maybe the export was filtered to nothing.");
    }
  }

  /** Refuses names that stand twice, before anything is read for nothing. */
  static void requireDifferent(String source, List<String> names) {
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (String name : names) {
      if (!seen.add(name)) {
        twice.add(Shown.of(name));
      }
    }
    if (!twice.isEmpty()) {
      throw new DataException(
          ErrorCode.DATA_COLUMN_DUPLICATE,
          "The data ("
              + Shown.of(source)
              + ") has more than one column named ("
              + String.join("), (", twice.subList(0, Math.min(5, twice.size())))
              + "). Maybe rename or remove one of them.");
    }
  }
}
