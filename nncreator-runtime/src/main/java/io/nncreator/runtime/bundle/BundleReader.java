// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.api.error.BundleException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.runtime.pipeline.ServingModel;
import io.nncreator.runtime.weights.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Reads bundles: a folder, or the same as a zip file. Every file is compared with its size and hash
 * in the table of contents, sizes are limited before anything is allocated, archives are never
 * unpacked to paths, and nothing in a bundle is run as code. Thread-safe.
 */
public final class BundleReader {
  /** The newest bundle format that this version reads, and the one that it writes. */
  public static final int FORMAT = Manifest.FORMAT;

  private BundleReader() {}

  /**
   * Reads a whole bundle.
   *
   * @throws BundleException with {@link ErrorCode#BUNDLE_DAMAGED} naming the file and the reason,
   *     or with {@link ErrorCode#BUNDLE_TOO_NEW}
   */
  public static NetworkBundle read(Path folderOrZip) {
    Path place = folderOrZip.toAbsolutePath().normalize();
    if (!Files.exists(place)) {
      throw new BundleException(
          ErrorCode.BUNDLE_DAMAGED,
          "There is no bundle at (" + place + "). Maybe check the path.",
          null);
    }
    try (BundleSource source = BundleSource.of(place)) {
      return read(CheckedFiles.open(place, source));
    } catch (ZipException e) {
      throw CheckedFiles.damaged(place, "the archive", "it is not a sound zip file", e);
    } catch (IOException e) {
      throw CheckedFiles.damaged(place, "reading", String.valueOf(e), e);
    }
  }

  private static NetworkBundle read(CheckedFiles files) throws IOException {
    List<BundleFile> read = new ArrayList<>();
    for (BundleFile file : BundleFile.values()) {
      if (file.required() && !files.has(file)) {
        throw files.damaged(file.fileName(), "the table of contents lacks it", null);
      }
      if (file != BundleFile.CARD) {
        read.add(file);
      }
    }
    files.checkRest(read.toArray(BundleFile[]::new));
    Manifest manifest = files.manifest();
    PipelineDocument pipeline = files.read(BundleFile.PIPELINE, PipelineDocument.class);
    Weights weights = files.read(BundleFile.WEIGHTS, Safetensors::read);
    try {
      EnsembleDocument networks = networks(files, manifest.format());
      return new NetworkBundle(
          manifest.format(),
          manifest.id(),
          manifest.name(),
          manifest.created(),
          manifest.software(),
          files.read(BundleFile.TASK, TaskSpec.class),
          files.read(BundleFile.SCHEMA, DataSchema.class),
          new ServingModel(pipeline.pipeline(), networks.ensemble(), pipeline.target()),
          networks.recipes(),
          weights,
          files.bytes(BundleFile.ONNX),
          files.has(BundleFile.TORCH_SCRIPT) ? files.bytes(BundleFile.TORCH_SCRIPT) : null,
          files.read(BundleFile.METRICS, Metrics.class),
          files.read(BundleFile.PROVENANCE, Provenance.class),
          files.read(BundleFile.GOLDEN, GoldenDocument.class).rows());
    } catch (IllegalArgumentException e) {
      throw files.damaged(
          BundleFile.MANIFEST, "its files do not fit each other: " + e.getMessage(), e);
    }
  }

  private static EnsembleDocument networks(CheckedFiles files, int format) throws IOException {
    return format == 1
        ? files.read(BundleFile.NETWORK, NetworkDocument.class).asEnsemble()
        : files.read(BundleFile.NETWORK, EnsembleDocument.class);
  }
}
