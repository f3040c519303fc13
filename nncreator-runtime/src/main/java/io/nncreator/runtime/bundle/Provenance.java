// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a network comes from: enough to make it again.
 *
 * @param dataName name of the data source
 * @param dataFingerprint SHA-256 of the data as read, in hexadecimal digits
 * @param rows rows of the data
 * @param columns columns of the data
 * @param seed of all randomness
 * @param versions of this library, Java, the training engine and whatever else computed, by name
 * @param operatingSystem name, version and architecture
 * @param processor model of the processor, or its architecture
 * @param cores processor cores that were there
 * @param took time from start to the bundle
 * @param sampledRows rows that were drawn at random to learn from, or null if none was left out
 */
public record Provenance(
    String dataName,
    String dataFingerprint,
    long rows,
    int columns,
    long seed,
    Map<String, String> versions,
    String operatingSystem,
    String processor,
    int cores,
    Duration took,
    @Nullable Long sampledRows) {
  /** Copies the map. */
  public Provenance {
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
  }

  /** Creates the provenance of a network that learnt from all rows. */
  public Provenance(
      String dataName,
      String dataFingerprint,
      long rows,
      int columns,
      long seed,
      Map<String, String> versions,
      String operatingSystem,
      String processor,
      int cores,
      Duration took) {
    this(
        dataName,
        dataFingerprint,
        rows,
        columns,
        seed,
        versions,
        operatingSystem,
        processor,
        cores,
        took,
        null);
  }
}
