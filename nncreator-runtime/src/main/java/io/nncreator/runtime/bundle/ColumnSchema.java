// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.DateStyle;
import io.nncreator.runtime.pipeline.RawType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A raw column as it was in the training data.
 *
 * @param name as in the source
 * @param type the form of its cells
 * @param kind what it is to a learner
 * @param missingSeen whether a cell was missing
 * @param levels the different texts of a category; empty for quantities
 * @param min smallest number (seconds since 1970 for points in time), or null
 * @param max largest number, or null
 * @param dateStyle how points in time were written, or null if they were not text
 */
public record ColumnSchema(
    String name,
    RawType type,
    ColumnKind kind,
    boolean missingSeen,
    List<String> levels,
    @Nullable Double min,
    @Nullable Double max,
    @Nullable DateStyle dateStyle) {
  /** Copies the levels. */
  public ColumnSchema {
    Objects.requireNonNull(name, "name");
    levels = List.copyOf(levels);
  }
}
