// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.runtime.json.RecordJson;
import io.nncreator.runtime.weights.Safetensors;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** The bytes of each file of a bundle, made while they are written. */
@FunctionalInterface
interface BundleContent {
  /** Writes the file and leaves the stream open. */
  void writeTo(OutputStream out) throws IOException;

  /** Returns all files but the table of contents. */
  static Map<BundleFile, BundleContent> of(NetworkBundle bundle) {
    Map<BundleFile, BundleContent> files = new EnumMap<>(BundleFile.class);
    files.put(BundleFile.TASK, json(bundle.task()));
    files.put(BundleFile.SCHEMA, json(bundle.schema()));
    files.put(
        BundleFile.NETWORK, json(EnsembleDocument.of(bundle.model().networks(), bundle.recipes())));
    files.put(
        BundleFile.PIPELINE,
        json(new PipelineDocument(bundle.model().pipeline(), bundle.model().target())));
    files.put(BundleFile.METRICS, json(bundle.metrics()));
    files.put(BundleFile.PROVENANCE, json(bundle.provenance()));
    files.put(BundleFile.GOLDEN, json(new GoldenDocument(bundle.golden())));
    files.put(BundleFile.CARD, text(ModelCard.of(bundle)));
    files.put(BundleFile.WEIGHTS, out -> Safetensors.write(bundle.weights(), out));
    files.put(BundleFile.ONNX, out -> out.write(bundle.onnx()));
    TrainingProfile profile = bundle.profile();
    if (profile != null) {
      files.put(BundleFile.PROFILE, json(profile));
    }
    byte[] torchScript = bundle.torchScript();
    if (torchScript != null) {
      files.put(BundleFile.TORCH_SCRIPT, out -> out.write(torchScript));
    }
    return files;
  }

  /** Returns a text in UTF-8. */
  static BundleContent text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static BundleContent json(Record document) {
    String text = RecordJson.write(document);
    return text(text);
  }
}
