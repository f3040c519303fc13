// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import org.jspecify.annotations.Nullable;

/** The files of a bundle of format 1. */
enum BundleFile {
  TASK("task.json", BundleFile.SMALL, true),
  SCHEMA("schema.json", BundleFile.SMALL, true),
  NETWORK("network.json", BundleFile.SMALL, true),
  PIPELINE("pipeline.json", BundleFile.SMALL, true),
  METRICS("metrics.json", BundleFile.SMALL, true),
  PROVENANCE("provenance.json", BundleFile.SMALL, true),
  GOLDEN("golden.json", BundleFile.SMALL, true),
  PROFILE("profile.json", BundleFile.SMALL, false),
  CARD("README.md", BundleFile.SMALL, true),
  WEIGHTS("weights.safetensors", 1L << 34, true),
  ONNX("model.onnx", Integer.MAX_VALUE - 8, true),
  TORCH_SCRIPT("model.pt", Integer.MAX_VALUE - 8, false);

  /** The table of contents. */
  static final String MANIFEST = "manifest.json";

  /** The hash of the table of contents, in the form that {@code sha256sum -c} reads. */
  static final String CHECKSUM = "manifest.json.sha256";

  /** The largest JSON file. */
  static final long SMALL = 1L << 24;

  private final String fileName;
  private final long maxBytes;
  private final boolean required;

  BundleFile(String fileName, long maxBytes, boolean required) {
    this.fileName = fileName;
    this.maxBytes = maxBytes;
    this.required = required;
  }

  String fileName() {
    return fileName;
  }

  long maxBytes() {
    return maxBytes;
  }

  boolean required() {
    return required;
  }

  static @Nullable BundleFile byName(String name) {
    for (BundleFile file : values()) {
      if (file.fileName.equals(name)) {
        return file;
      }
    }
    return null;
  }
}
