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
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

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
    return open(folderOrZip, BundleReader::read);
  }

  /**
   * Reads what answers rows. The other files are compared with their hashes and not understood,
   * which is much faster.
   *
   * @throws BundleException with {@link ErrorCode#BUNDLE_DAMAGED} naming the file and the reason,
   *     or with {@link ErrorCode#BUNDLE_TOO_NEW}
   */
  public static ServedBundle readServed(Path folderOrZip) {
    return open(folderOrZip, BundleReader::readServed);
  }

  /**
   * Returns the SHA-256 of the ONNX file in hexadecimal digits, as the table of contents states it.
   *
   * @throws BundleException if there is no table of contents, or it is damaged
   */
  public static String onnxSha256(Path folderOrZip) {
    return open(folderOrZip, files -> files.sha256(BundleFile.ONNX));
  }

  /**
   * Returns the profile of the rows that a network has learnt from, or null if its bundle has none.
   *
   * @throws BundleException if the bundle is damaged
   */
  public static @Nullable TrainingProfile profile(Path folderOrZip) {
    return open(folderOrZip, files -> Optional.ofNullable(profile(files))).orElse(null);
  }

  /** Reads something of a bundle that is open. */
  private interface Reading<T> {
    T read(CheckedFiles files) throws IOException;
  }

  private static <T> T open(Path folderOrZip, Reading<T> reading) {
    Path place = folderOrZip.toAbsolutePath().normalize();
    if (!Files.exists(place)) {
      throw new BundleException(
          ErrorCode.BUNDLE_DAMAGED,
          "There is no bundle at (" + place + "). Maybe check the path.",
          null);
    }
    try (BundleSource source = BundleSource.of(place)) {
      return reading.read(CheckedFiles.open(place, source));
    } catch (ZipException e) {
      throw CheckedFiles.damaged(place, "the archive", "it is not a sound zip file", e);
    } catch (IOException e) {
      throw CheckedFiles.damaged(place, "reading", String.valueOf(e), e);
    }
  }

  private static ServedBundle readServed(CheckedFiles files) throws IOException {
    requireAll(files);
    files.checkRest(
        BundleFile.TASK,
        BundleFile.SCHEMA,
        BundleFile.PIPELINE,
        BundleFile.METRICS,
        BundleFile.PROVENANCE,
        BundleFile.GOLDEN,
        BundleFile.ONNX);
    Manifest manifest = files.manifest();
    try {
      return new ServedBundle(
          manifest.format(),
          manifest.id(),
          manifest.name(),
          manifest.created(),
          manifest.software(),
          files.read(BundleFile.TASK, TaskSpec.class),
          files.read(BundleFile.SCHEMA, DataSchema.class),
          files.read(BundleFile.PIPELINE, PipelineDocument.class).pipeline(),
          files.bytes(BundleFile.ONNX),
          files.read(BundleFile.METRICS, Metrics.class),
          files.read(BundleFile.PROVENANCE, Provenance.class),
          files.read(BundleFile.GOLDEN, GoldenDocument.class).rows());
    } catch (IllegalArgumentException e) {
      throw unfit(files, e);
    }
  }

  private static void requireAll(CheckedFiles files) {
    for (BundleFile file : BundleFile.values()) {
      if (file.required() && !files.has(file)) {
        throw files.damaged(file.fileName(), "the table of contents lacks it", null);
      }
    }
  }

  private static BundleException unfit(CheckedFiles files, IllegalArgumentException reason) {
    return files.damaged(
        BundleFile.MANIFEST, "its files do not fit each other: " + reason.getMessage(), reason);
  }

  private static NetworkBundle read(CheckedFiles files) throws IOException {
    List<BundleFile> read = new ArrayList<>();
    requireAll(files);
    for (BundleFile file : BundleFile.values()) {
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
          files.read(BundleFile.GOLDEN, GoldenDocument.class).rows(),
          profile(files));
    } catch (IllegalArgumentException e) {
      throw unfit(files, e);
    }
  }

  private static @Nullable TrainingProfile profile(CheckedFiles files) throws IOException {
    return files.has(BundleFile.PROFILE)
        ? files.read(BundleFile.PROFILE, TrainingProfile.class)
        : null;
  }

  private static EnsembleDocument networks(CheckedFiles files, int format) throws IOException {
    return format == 1
        ? files.read(BundleFile.NETWORK, NetworkDocument.class).asEnsemble()
        : files.read(BundleFile.NETWORK, EnsembleDocument.class);
  }
}
