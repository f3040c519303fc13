// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.api.task.TaskSpec;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The part of a bundle that answers rows: without networks, recipes and weights, which the ONNX
 * file has in its own form.
 *
 * @param format version of the bundle format
 * @param id unique
 * @param name what people call it
 * @param created when
 * @param software name and version of the library that made it
 * @param task what it tells
 * @param schema raw columns
 * @param pipeline from raw columns to features
 * @param onnx the model as an ONNX file; shared, not copied
 * @param metrics how good it is
 * @param provenance where it comes from
 * @param golden a few raw rows with the answers
 */
@SuppressWarnings("ArrayRecordComponent")
public record ServedBundle(
    int format,
    String id,
    String name,
    Instant created,
    String software,
    TaskSpec task,
    DataSchema schema,
    FeaturePipeline pipeline,
    byte[] onnx,
    Metrics metrics,
    Provenance provenance,
    List<GoldenRow> golden) {
  /** Checks that the schema describes the pipeline's columns. */
  public ServedBundle {
    golden = List.copyOf(golden);
    Objects.requireNonNull(task, "task");
    requireSameColumns(schema, pipeline);
  }

  /** Returns that part of a bundle. */
  public static ServedBundle of(NetworkBundle bundle) {
    return new ServedBundle(
        bundle.format(),
        bundle.id(),
        bundle.name(),
        bundle.created(),
        bundle.software(),
        bundle.task(),
        bundle.schema(),
        bundle.model().pipeline(),
        bundle.onnx(),
        bundle.metrics(),
        bundle.provenance(),
        bundle.golden());
  }

  static void requireSameColumns(DataSchema schema, FeaturePipeline pipeline) {
    List<String> described = schema.columns().stream().map(ColumnSchema::name).toList();
    List<String> taken = pipeline.columns().stream().map(column -> column.name()).toList();
    if (!described.equals(taken)) {
      throw new IllegalArgumentException(
          "The schema describes the columns " + described + ", the model takes " + taken + ".");
    }
  }
}
