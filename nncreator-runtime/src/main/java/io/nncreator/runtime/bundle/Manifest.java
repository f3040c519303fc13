// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import java.time.Instant;
import java.util.List;

/**
 * The table of contents of a bundle.
 *
 * @param format version of the bundle format
 * @param id unique id of the network
 * @param name what people call it
 * @param created when
 * @param software name and version of the library that wrote it
 * @param files all other files
 */
record Manifest(
    int format, String id, String name, Instant created, String software, List<Entry> files) {
  /** The newest format that this version reads, and the one that it writes. */
  static final int FORMAT = 2;

  Manifest {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param name within the bundle
   * @param bytes size
   * @param sha256 in hexadecimal digits
   */
  record Entry(String name, long bytes, String sha256) {}
}
