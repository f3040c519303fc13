// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.data.Dataset;
import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Weights;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.Features;
import io.nncreator.runtime.pipeline.RawColumn;
import io.nncreator.runtime.pipeline.RawRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Turns raw rows into the features that a network is trained on, by the very operations that the
 * exported model applies. Thread-safe.
 */
public final class FeatureEncoder implements AutoCloseable {
  private static final String NUMERIC = "numeric";
  private static final String EMBEDDED = "embedded";

  private final FeaturePipeline pipeline;
  private final RawFeeder feeder;
  private final RowRunner runner;
  private final int numeric;
  private final int embedded;

  private FeatureEncoder(FeaturePipeline pipeline) {
    this.pipeline = pipeline;
    this.numeric = pipeline.layout().numeric();
    this.embedded = pipeline.layout().cardinalities().size();
    List<RawColumn> numbers = pipeline.numberColumns();
    List<RawColumn> categories = pipeline.categoryColumns();
    this.feeder = new RawFeeder(numbers.size(), pipeline.textCodes());
    List<Port> inputs = new ArrayList<>();
    if (!numbers.isEmpty()) {
      inputs.add(new Port(FeaturePipeline.NUMBERS, DType.F64, numbers.size()));
    }
    if (!categories.isEmpty()) {
      inputs.add(new Port(FeaturePipeline.CODES, DType.I64, pipeline.codeWidth()));
    }
    List<Port> outputs = new ArrayList<>();
    GraphBuilder graph = new GraphBuilder();
    Features features = pipeline.lower(graph);
    if (features.numeric() != null) {
      graph.output(NUMERIC, features.numeric());
      outputs.add(new Port(NUMERIC, DType.F32, numeric));
    }
    if (features.codes() != null) {
      graph.output(EMBEDDED, features.codes());
      outputs.add(new Port(EMBEDDED, DType.I64, embedded));
    }
    Weights none = new Weights(1, Map.of());
    this.runner = new RowRunner(OnnxWriter.write(graph.build(), none, Map.of()), inputs, outputs);
  }

  /** Loads the operations of a pipeline. */
  public static FeatureEncoder open(FeaturePipeline pipeline) {
    return new FeatureEncoder(pipeline);
  }

  /**
   * Encodes all rows of a table; columns are found by name, others are ignored.
   *
   * @throws io.nncreator.api.error.DataException if a column is missing
   * @throws io.nncreator.api.error.PredictionException if a column holds texts where numbers are
   *     due, or the engine fails
   */
  public EncodedRows encode(Dataset data) {
    return encode(RawRows.of(pipeline, data));
  }

  /** Encodes raw rows. */
  public EncodedRows encode(RawRows raw) {
    feeder.check(raw);
    float[] features = new float[Math.multiplyExact(raw.rows(), numeric)];
    long[] codes = new long[Math.multiplyExact(raw.rows(), embedded)];
    runner.run(
        raw.rows(),
        new RowRunner.Block() {
          @Override
          public void fill(RowBatch batch, int start, int count) {
            feeder.fill(raw, batch, start, count);
          }

          @Override
          public void take(RowBatch batch, int start, int count) {
            if (numeric > 0) {
              batch.output(0).floats().get(features, start * numeric, count * numeric);
            }
            if (embedded > 0) {
              int port = numeric > 0 ? 1 : 0;
              batch.output(port).longs().get(codes, start * embedded, count * embedded);
            }
          }
        });
    return new EncodedRows(raw.rows(), features, codes);
  }

  @Override
  public void close() {
    runner.close();
  }
}
