// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.intake;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.nncreator.api.data.DataSource;
import io.nncreator.core.internal.intake.DatasetReader;
import io.nncreator.core.internal.intake.ReadTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reads a large file of ten columns (seven of numbers, one each of categories, truth values and
 * dates) into arrays. Only NNCreator and DuckDB find out dialect and types; the others are told.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class ReadingBenchmark {
  private static final String HEADER = "id,a,b,c,d,e,y,cat,flag,day";
  private static final int COLUMNS = 10;
  private static final int NUMBERS = 7;
  private static final String[] CATEGORIES = {"red", "green", "blue", "dark violet"};

  /** Rows of the file. */
  @Param("1000000")
  public int rows;

  private Path file = Path.of("");

  /** Writes the file. */
  @Setup(Level.Trial)
  public void write() throws IOException {
    file = Files.createTempFile("reading", ".csv");
    SplittableRandom random = new SplittableRandom(1);
    LocalDate start = LocalDate.of(2010, 1, 1);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER + "\n");
      for (int row = 0; row < rows; row++) {
        out.write(
            String.format(
                Locale.ROOT,
                "%d,%.6f,%.4f,%d,%.3f,%.2f,%d,%s,%b,%s%n",
                row,
                random.nextGaussian(),
                random.nextDouble(),
                random.nextInt(1_000),
                50 + 9 * random.nextGaussian(),
                1e6 * random.nextDouble(),
                random.nextInt(2),
                CATEGORIES[random.nextInt(CATEGORIES.length)],
                random.nextBoolean(),
                start.plusDays(random.nextInt(5_000))));
      }
    }
  }

  /** Removes the file. */
  @TearDown(Level.Trial)
  public void delete() throws IOException {
    Files.delete(file);
  }

  /** Finds out dialect, types and dates. */
  @Benchmark
  public ReadTable nnCreator(CpuTime time) {
    return new DatasetReader().read(DataSource.csv(file));
  }

  /** Finds out dialect and types from a sample. */
  @Benchmark
  public Object duckDbTyped(CpuTime time) throws SQLException {
    return duckDb("SELECT * REPLACE (CAST(day AS VARCHAR) AS day) FROM read_csv('" + file + "')");
  }

  /** Hands every cell over as text, to be typed by rules that serving can share. */
  @Benchmark
  public Object duckDbTexts(CpuTime time) throws SQLException {
    return duckDb("SELECT * FROM read_csv('" + file + "', all_varchar = true)");
  }

  /** Parts rows and cells; numbers are parsed by Java. */
  @Benchmark
  public Object fastCsv(CpuTime time) throws IOException {
    Table table = new Table(rows);
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      int row = -1;
      for (CsvRecord line : reader) {
        for (int column = 0; row >= 0 && column < COLUMNS; column++) {
          table.set(row, column, line.getField(column));
        }
        row++;
      }
    }
    return table;
  }

  /** Parts rows and cells; numbers are parsed by Java. */
  @Benchmark
  public Object univocity(CpuTime time) {
    Table table = new Table(rows);
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    int row = 0;
    for (String[] line : new com.univocity.parsers.csv.CsvParser(settings).iterate(file.toFile())) {
      for (int column = 0; column < COLUMNS; column++) {
        table.set(row, column, line[column]);
      }
      row++;
    }
    return table;
  }

  /** Parts rows and cells; numbers are parsed by Java. */
  @Benchmark
  public Object jacksonCsv(CpuTime time) throws IOException {
    Table table = new Table(rows);
    CsvMapper mapper = new CsvMapper();
    try (MappingIterator<String[]> lines =
        mapper
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(file.toFile())) {
      lines.next();
      for (int row = 0; lines.hasNext(); row++) {
        String[] line = lines.next();
        for (int column = 0; column < COLUMNS; column++) {
          table.set(row, column, line[column]);
        }
      }
    }
    return table;
  }

  private Table duckDb(String query) throws SQLException {
    Table table = new Table(rows);
    try (DuckDBConnection connection =
            new DuckDBDriver()
                .connect("jdbc:duckdb:", new Properties())
                .unwrap(DuckDBConnection.class);
        DuckDBPreparedStatement statement =
            connection.prepareStatement(query).unwrap(DuckDBPreparedStatement.class);
        DuckDBChunkedResult result = statement.query()) {
      int from = 0;
      while (result.nextChunk()) {
        DuckDBDataChunkReader chunk = result.chunk();
        for (int column = 0; column < COLUMNS; column++) {
          table.set(from, column, chunk.vector(column), (int) chunk.rowCount());
        }
        from += (int) chunk.rowCount();
      }
    }
    return table;
  }

  /** Columns of known types. */
  private static final class Table {
    private final double[][] numbers;
    private final String[][] texts;

    Table(int rows) {
      numbers = new double[NUMBERS][rows];
      texts = new String[COLUMNS - NUMBERS][rows];
    }

    void set(int row, int column, String cell) {
      if (column < NUMBERS) {
        numbers[column][row] = Double.parseDouble(cell);
      } else {
        texts[column - NUMBERS][row] = cell;
      }
    }

    void set(int from, int column, DuckDBReadableVector cells, int size) {
      for (int i = 0; i < size; i++) {
        switch (cells.getType()) {
          case DOUBLE -> numbers[column][from + i] = cells.getDouble(i, Double.NaN);
          case BIGINT -> numbers[column][from + i] = cells.getLong(i);
          case BOOLEAN -> texts[column - NUMBERS][from + i] = String.valueOf(cells.getBoolean(i));
          default -> set(from + i, column, cells.getString(i));
        }
      }
    }
  }
}
