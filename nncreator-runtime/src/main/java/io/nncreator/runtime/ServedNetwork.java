// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.PredictionException;
import io.nncreator.runtime.bundle.BundleReader;
import io.nncreator.runtime.bundle.BundleWriter;
import io.nncreator.runtime.bundle.GoldenRow;
import io.nncreator.runtime.bundle.NetworkBundle;
import io.nncreator.runtime.bundle.ServedBundle;
import io.nncreator.runtime.internal.rows.CsvTable;
import io.nncreator.runtime.internal.rows.RowNotes;
import io.nncreator.runtime.internal.rows.RowReader;
import io.nncreator.runtime.onnx.ServingSession;
import io.nncreator.runtime.pipeline.RawRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A network whose ONNX model is loaded. */
final class ServedNetwork implements NeuralNetwork {
  private final NetworkInfo info;
  private final ServingSession session;
  private final RowReader reader;
  private final RowNotes notes;
  private final RecordColumns records;
  private final @Nullable NetworkBundle bundle;
  private final @Nullable Path location;
  private volatile boolean closed;

  /** Loads the model of a bundle that can be read again from where it is. */
  ServedNetwork(ServedBundle bundle, Path location) {
    this(bundle, null, location);
  }

  /** Loads the model of a bundle and keeps the bundle. */
  ServedNetwork(NetworkBundle bundle) {
    this(ServedBundle.of(bundle), bundle, null);
  }

  private ServedNetwork(
      ServedBundle bundle, @Nullable NetworkBundle whole, @Nullable Path location) {
    this.session = ServingSession.open(bundle.onnx());
    this.reader = new RowReader(bundle.schema(), bundle.pipeline());
    this.notes = new RowNotes(reader);
    this.records = new RecordColumns(bundle.schema());
    this.bundle = whole;
    this.location = location;
    this.info =
        new NetworkInfo(
            bundle.id(),
            bundle.name(),
            bundle.created(),
            bundle.format(),
            bundle.software(),
            bundle.task(),
            bundle.schema(),
            session.labels(),
            bundle.metrics(),
            bundle.provenance());
  }

  @Override
  public Prediction predict(Map<String, ?> row) {
    return predictAll(List.of(row)).get(0);
  }

  @Override
  public Prediction predict(Record row) {
    return predict(records.cells(row));
  }

  @Override
  public Predictions predictAll(List<? extends Map<String, ?>> rows) {
    requireOpen();
    return answer(reader.read(rows));
  }

  @Override
  public List<RowProblem> problems(List<? extends Map<String, ?>> rows, int limit) {
    List<RowProblem> found = new ArrayList<>();
    reader.check(
        rows,
        (row, column, problem) -> {
          found.add(
              new RowProblem(row, column, problem.code(), String.valueOf(problem.getMessage())));
          return found.size() < limit;
        });
    return found;
  }

  @Override
  public Predictions predictAll(Dataset rows) {
    requireOpen();
    return answer(reader.read(rows));
  }

  @Override
  public long predictCsv(Path in, Path out) {
    requireOpen();
    CsvTable table = new CsvTable(in, info.schema());
    try {
      return table.decode(() -> answer(table, out));
    } catch (PredictionException e) {
      if (e.code() != ErrorCode.ROW_CELL_TYPE) {
        throw e;
      }
      table.understand();
      return table.decode(() -> answer(table, out));
    }
  }

  private long answer(CsvTable table, Path out) throws IOException {
    try (CsvAnswers answers = CsvAnswers.create(out, info.classes())) {
      long[] rows = {0};
      table.parts(
          part -> {
            answers.write(answer(reader.read(part, rows[0] + 1)));
            rows[0] += part.rows();
          });
      answers.commit();
      return rows[0];
    }
  }

  @Override
  public <I extends Record, O extends Record> TypedNetwork<I, O> as(
      Class<I> rowType, Class<O> answerType) {
    return new RecordNetwork<>(
        this,
        new RecordRows<>(rowType, info.schema()),
        new RecordAnswers<>(answerType, info.schema().target().name(), info.classes()));
  }

  @Override
  public NetworkInfo info() {
    return info;
  }

  @Override
  public List<GoldenRow> goldenRows(Dataset rows) {
    return GoldenCheck.rows(this, rows);
  }

  @Override
  public void save(Path folder) {
    BundleWriter.write(whole(), folder);
  }

  @Override
  public void saveZip(Path file) {
    BundleWriter.writeZip(whole(), file);
  }

  @Override
  public Path location() {
    if (location == null) {
      throw new IllegalStateException("The network was not loaded from a bundle on disk.");
    }
    return location;
  }

  @Override
  public void close() {
    closed = true;
    session.close();
  }

  @Override
  public String toString() {
    return "NeuralNetwork[" + info.name() + ", " + info.id() + "]";
  }

  private NetworkBundle whole() {
    return bundle == null ? BundleReader.read(location()) : bundle;
  }

  private Predictions answer(RawRows rows) {
    double[] outputs = info.classes().isEmpty() ? session.values(rows) : probabilities(rows);
    return new Predictions(info.classes(), outputs, row -> notes.of(rows, row));
  }

  private double[] probabilities(RawRows rows) {
    float[] narrow = session.probabilities(rows);
    double[] wide = new double[narrow.length];
    for (int i = 0; i < narrow.length; i++) {
      wide[i] = narrow[i];
    }
    return wide;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The network (" + info.name() + ") is closed.");
    }
  }
}
