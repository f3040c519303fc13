// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Value;
import java.util.List;

/** Numeric features of one kind, written together so that the graph stays small. */
interface FeatureBlock {
  /** Returns one name per feature. */
  List<String> names();

  /** Writes values whose concatenation is the block. */
  List<Value> lower(GraphBuilder graph, RawValues raw);
}
