// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.export;

import io.nncreator.runtime.bundle.NetworkBundle;
import io.nncreator.runtime.bundle.PipelineDocument;
import io.nncreator.runtime.internal.disk.Publisher;
import io.nncreator.runtime.json.RecordJson;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.weights.Safetensors;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes a network as Python: {@code model.py} with a readable {@code nn.Module} and the treatment
 * of raw rows, {@code pipeline.json} and {@code weights.safetensors}. It needs Python 3.8, PyTorch
 * and safetensors, nothing of NNCreator. Names and texts of the user stand in the JSON file only,
 * never in code.
 */
public final class PyTorchExport {
  private PyTorchExport() {}

  /**
   * Writes a new folder, whole or not at all.
   *
   * @throws io.nncreator.api.error.BundleException if something is there already or the disk
   *     refuses; then nothing is left
   */
  public static void write(NetworkBundle bundle, Path folder) {
    byte[] code = PythonModule.of(bundle).getBytes(StandardCharsets.UTF_8);
    FeaturePipeline pipeline = bundle.model().pipeline();
    // The code takes the encodings as they stand, so they stand in the order of the features.
    FeaturePipeline ordered = new FeaturePipeline(pipeline.columns(), pipeline.ordered());
    String document = RecordJson.write(new PipelineDocument(ordered, bundle.model().target()));
    Publisher.local()
        .folder(
            folder,
            place -> {
              try (OutputStream file = place.create("model.py")) {
                file.write(code);
              }
              try (OutputStream file = place.create("pipeline.json")) {
                file.write(document.getBytes(StandardCharsets.UTF_8));
              }
              try (OutputStream file = place.create("weights.safetensors")) {
                Safetensors.write(bundle.weights(), file);
              }
            });
  }
}
