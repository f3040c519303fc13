// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.api.graph.Weights;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.runtime.pipeline.ServingModel;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finished network with everything that belongs to it, in memory. {@link BundleWriter} puts it on
 * disk, {@link BundleReader} brings it back.
 *
 * @param format version of the bundle format that it was read from or will be written in
 * @param id unique, of letters, digits, dots, hyphens and underscores
 * @param name what people call it
 * @param created when
 * @param software name and version of the library that made it
 * @param task what it tells
 * @param schema raw columns
 * @param model from raw rows to answers
 * @param recipes how each of the model's networks was trained, in order
 * @param weights of the model's parameters
 * @param onnx the model as an ONNX file; shared, not copied
 * @param torchScript the model as a TorchScript archive, or null; shared, not copied
 * @param metrics how good it is
 * @param provenance where it comes from
 * @param golden a few raw rows with the answers
 * @param profile of the rows that it has learnt from, or null
 */
@SuppressWarnings("ArrayRecordComponent")
public record NetworkBundle(
    int format,
    String id,
    String name,
    Instant created,
    String software,
    TaskSpec task,
    DataSchema schema,
    ServingModel model,
    List<TrainingRecipe> recipes,
    Weights weights,
    byte[] onnx,
    byte @Nullable [] torchScript,
    Metrics metrics,
    Provenance provenance,
    List<GoldenRow> golden,
    @Nullable TrainingProfile profile) {
  /** Creates a bundle without a profile. */
  public NetworkBundle(
      int format,
      String id,
      String name,
      Instant created,
      String software,
      TaskSpec task,
      DataSchema schema,
      ServingModel model,
      List<TrainingRecipe> recipes,
      Weights weights,
      byte[] onnx,
      byte @Nullable [] torchScript,
      Metrics metrics,
      Provenance provenance,
      List<GoldenRow> golden) {
    this(
        format,
        id,
        name,
        created,
        software,
        task,
        schema,
        model,
        recipes,
        weights,
        onnx,
        torchScript,
        metrics,
        provenance,
        golden,
        null);
  }

  /** Checks the id and that the schema describes the model's columns. */
  public NetworkBundle {
    golden = List.copyOf(golden);
    recipes = List.copyOf(recipes);
    if (recipes.size() != model.networks().parts().size()) {
      throw new IllegalArgumentException(
          "There are "
              + recipes.size()
              + " recipes for "
              + model.networks().parts().size()
              + " networks.");
    }
    Objects.requireNonNull(task, "task");
    if (!id.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IllegalArgumentException(
          "The id (" + id + ") must be 1 to 100 letters, digits, dots, hyphens or underscores.");
    }
    ServedBundle.requireSameColumns(schema, model.pipeline());
  }

  /** Returns this bundle with a profile of the rows that it has learnt from. */
  public NetworkBundle with(TrainingProfile other) {
    return new NetworkBundle(
        format,
        id,
        name,
        created,
        software,
        task,
        schema,
        model,
        recipes,
        weights,
        onnx,
        torchScript,
        metrics,
        provenance,
        golden,
        other);
  }

  /** Returns this bundle with another score and other golden rows. */
  public NetworkBundle with(Metrics measured, List<GoldenRow> rows) {
    return new NetworkBundle(
        format,
        id,
        name,
        created,
        software,
        task,
        schema,
        model,
        recipes,
        weights,
        onnx,
        torchScript,
        measured,
        provenance,
        rows,
        profile);
  }
}
