// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import io.nncreator.api.task.Metric;
import io.nncreator.api.task.Score;
import io.nncreator.api.task.TaskSpec;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.bundle.DataSchema;
import io.nncreator.runtime.bundle.Metrics;
import io.nncreator.runtime.bundle.Provenance;
import java.time.Instant;
import java.util.List;

/**
 * What there is to know about a finished network.
 *
 * @param id unique
 * @param name what people call it
 * @param created when
 * @param formatVersion version of the bundle format
 * @param software name and version of the library that made it
 * @param task what it tells
 * @param schema raw columns that it takes and the one that it tells
 * @param classes names of the classes in the order of the probabilities; empty for regression
 * @param metrics how good it is
 * @param provenance where it comes from
 */
public record NetworkInfo(
    String id,
    String name,
    Instant created,
    int formatVersion,
    String software,
    TaskSpec task,
    DataSchema schema,
    List<String> classes,
    Metrics metrics,
    Provenance provenance) {
  /** Copies the classes. */
  public NetworkInfo {
    classes = List.copyOf(classes);
  }

  /** Returns what was measured. */
  public Metric metric() {
    return metrics.score().metric();
  }

  /** Returns the score of the delivered bytes on rows that no step has seen. */
  public Score score() {
    return metrics.score();
  }

  /** Returns the score of always giving the same answer, on the same rows. */
  public Score dummy() {
    return metrics.dummy();
  }

  /** Returns the score of a linear model, on the same rows. */
  public Score linear() {
    return metrics.linear();
  }

  /** Returns the columns that a row to predict must have. */
  public List<ColumnSchema> columns() {
    return schema.columns();
  }
}
