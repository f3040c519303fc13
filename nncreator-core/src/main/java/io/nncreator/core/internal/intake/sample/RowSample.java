// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

import io.nncreator.api.data.Finding;
import java.util.Locale;

/**
 * Which rows of a table were read.
 *
 * @param rows of the whole table, counted
 * @param numbers of the rows that were read, rising, from 0
 * @param fingerprint SHA-256 over the whole text, in hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent")
public record RowSample(long rows, long[] numbers, String fingerprint) {

  /** Returns what a person should know about it. */
  public Finding finding() {
    return new Finding(
        Finding.Kind.SAMPLED,
        "",
        String.format(
            Locale.ROOT,
            "Profiled from a sample of %,d of %,d rows, drawn by the seed. Counts are estimates for"
                + " all rows; what is rare may not be in the sample.",
            numbers.length,
            rows));
  }
}
