// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.chunks;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.training.TrainingRows;
import io.nncreator.core.internal.features.ClassName;
import io.nncreator.core.internal.features.FittedRows;
import io.nncreator.core.internal.features.LearningTable;
import io.nncreator.core.internal.intake.SecondReading;
import io.nncreator.runtime.onnx.EncodedRows;
import io.nncreator.runtime.onnx.FeatureEncoder;
import io.nncreator.runtime.pipeline.TargetEncoding;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Reads a table once more, encodes rows that the first reading did not draw by a fitted pipeline,
 * and writes them to disk. Used once, by one thread.
 */
public final class FurtherRowsEncoder {
  private static final String PREFIX = ".rows-";
  private static final int MOST_UNKNOWN = 100;

  private final FurtherRows further;
  private final LearningTable table;
  private final FittedRows fitted;
  private final BooleanSupplier stopped;
  private final Map<String, Integer> classes = new HashMap<>();
  private final Map<String, Long> unknown = new TreeMap<>();

  /**
   * Creates an encoder.
   *
   * @param table tells the target
   * @param fitted the pipeline
   * @param stopped whether to give up
   */
  public FurtherRowsEncoder(
      FurtherRows further, LearningTable table, FittedRows fitted, BooleanSupplier stopped) {
    this.further = further;
    this.table = table;
    this.fitted = fitted;
    this.stopped = stopped;
    table.classes().forEach(name -> classes.put(name, classes.size()));
  }

  /**
   * Encodes the rows; nothing if it was stopped, or if no row has a target.
   *
   * @param folder where the file is, while it is open
   * @throws io.nncreator.api.error.DataException if the table is not any more what it was
   * @throws io.nncreator.api.error.StoreException if the rows cannot be written
   */
  public Optional<ChunkFile> encode(Path folder) {
    RowForm form = new RowForm(fitted.training().layout(), table.classification());
    FileChannel channel = open(folder, further.wanted() * form.bytes());
    boolean kept = false;
    try {
      Optional<ChunkFile> file = encode(channel, form);
      kept = file.isPresent();
      return file;
    } finally {
      if (!kept) {
        close(channel);
      }
    }
  }

  /**
   * Returns the classes of rows that were met but not in the sample, so that no network can tell
   * them, with their numbers of rows; not all where there are very many.
   */
  public Map<String, Long> unknownClasses() {
    return Map.copyOf(unknown);
  }

  /** Encodes the rows into a file that is open. */
  Optional<ChunkFile> encode(FileChannel channel, RowForm form) {
    try (FeatureEncoder encoder = FeatureEncoder.open(fitted.pipeline())) {
      Taking taking = new Taking(channel, form, encoder);
      boolean whole = SecondReading.read(further.file(), further.first(), taking);
      return whole && taking.taken > 0 ? Optional.of(taking.writer.finish()) : Optional.empty();
    }
  }

  private static FileChannel open(Path folder, long size) {
    try {
      Files.createDirectories(folder);
      long room = Files.getFileStore(folder).getUsableSpace();
      if (room < size) {
        throw new IOException("there is room for " + (room >> 20) + " MiB");
      }
      return FileChannel.open(
          folder.resolve(PREFIX + Long.toUnsignedString(System.nanoTime(), Character.MAX_RADIX)),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.SPARSE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw ChunkWriter.unwritable(size, e);
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // What made it end is told; the system deletes the file at the latest when the process ends.
    }
  }

  /** Takes batches of the second reading. */
  private final class Taking implements SecondReading.Batches {
    private final FileChannel channel;
    private final RowForm form;
    private final FeatureEncoder encoder;
    private ChunkWriter writer;
    private SplittableRandom random;
    private long left;
    private long wanted;
    private long taken;

    Taking(FileChannel channel, RowForm form, FeatureEncoder encoder) {
      this.channel = channel;
      this.form = form;
      this.encoder = encoder;
      this.writer = writer();
      this.random = new SplittableRandom(further.seed());
    }

    private ChunkWriter writer() {
      return new ChunkWriter(
          channel, form, further.wanted(), further.chunkRows(), further.seed() + 1);
    }

    @Override
    public void start() {
      writer = writer();
      random = new SplittableRandom(further.seed());
      left = further.first().rows() - further.first().dataset().rows();
      wanted = further.wanted();
      taken = 0;
      unknown.clear();
    }

    @Override
    public boolean wants(long number) {
      // Selection sampling, algorithm S in Knuth, The Art of Computer Programming, 3.4.2.
      boolean drawn = left > 0 && random.nextLong(left--) < wanted;
      wanted -= drawn ? 1 : 0;
      return drawn;
    }

    @Override
    public boolean goesOn() {
      return !stopped.getAsBoolean();
    }

    @Override
    public void take(Dataset rows) {
      Column target = rows.column(table.task().target().value());
      int[] kept = IntStream.range(0, rows.rows()).filter(row -> usable(target, row)).toArray();
      if (kept.length > 0) {
        add(kept.length == rows.rows() ? rows : rows.select(kept));
      }
    }

    private boolean usable(Column target, int row) {
      if (target.missing(row)) {
        return false;
      }
      return table.classification()
          ? known(ClassName.of(target, row))
          : Float.isFinite(value((Column.Numbers) target, row));
    }

    private boolean known(String name) {
      boolean known = classes.containsKey(name);
      if (!known && (unknown.size() < MOST_UNKNOWN || unknown.containsKey(name))) {
        unknown.merge(name, 1L, Long::sum);
      }
      return known;
    }

    private float value(Column.Numbers target, int row) {
      return fitted.target() instanceof TargetEncoding.Standardised standardised
          ? standardised.standardise(target.cells()[row])
          : Float.NaN;
    }

    private void add(Dataset rows) {
      EncodedRows encoded = encoder.encode(rows);
      Column target = rows.column(table.task().target().value());
      int[] labels = new int[table.classification() ? rows.rows() : 0];
      Arrays.setAll(labels, row -> classes.getOrDefault(ClassName.of(target, row), 0));
      float[] values = new float[table.classification() ? 0 : rows.rows()];
      if (target instanceof Column.Numbers numbers) {
        IntStream.range(0, values.length).forEach(row -> values[row] = value(numbers, row));
      }
      writer.add(
          new TrainingRows(form.layout(), encoded.numeric(), encoded.codes(), labels, values));
      taken += rows.rows();
    }
  }
}
