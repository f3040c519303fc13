// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.model;

import io.nncreator.runtime.NetworkInfo;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.bundle.TrainingProfile;
import io.nncreator.runtime.pipeline.RawType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network that is served.
 *
 * @param network answers rows
 * @param version which one of the networks of that id it is
 * @param sha256 of the ONNX model in hexadecimal digits, or null if it does not come from disk
 * @param profile of the rows that it has learnt from, or null if that is not known
 */
public record ServedModel(
    NeuralNetwork network,
    String version,
    @Nullable String sha256,
    @Nullable TrainingProfile profile) {
  /** Returns what there is to know about the network. */
  public NetworkInfo info() {
    return network.info();
  }

  /** Returns the name in paths and answers. */
  public String id() {
    return info().id();
  }

  /** Returns the columns of a row, in their order. */
  public List<ColumnSchema> columns() {
    return info().columns();
  }

  /** Returns the names of the classes; empty for a regression. */
  public List<String> classes() {
    return info().classes();
  }

  /** Returns whether every column takes plain numbers. */
  public boolean numbersOnly() {
    return columns().stream()
        .allMatch(c -> c.type() == RawType.NUMBER || c.type() == RawType.BOOLEAN);
  }
}
