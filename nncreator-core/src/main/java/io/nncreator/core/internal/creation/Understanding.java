// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.creation;

import io.nncreator.api.data.DataProfile;
import io.nncreator.api.data.DateStyle;
import io.nncreator.core.internal.features.LearningTable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Data and task understood.
 *
 * @param profile what the data holds, with findings about the target
 * @param table rows with a known target
 * @param dateStyles how the points in time of a column were written as text
 * @param fingerprint SHA-256 of the data's content, in hexadecimal
 * @param sampledRows rows that were drawn to learn from, or null if all are learnt from
 */
public record Understanding(
    DataProfile profile,
    LearningTable table,
    Map<String, DateStyle> dateStyles,
    String fingerprint,
    @Nullable Long sampledRows) {
  /** Copies the map. */
  public Understanding {
    dateStyles = Map.copyOf(dateStyles);
  }
}
