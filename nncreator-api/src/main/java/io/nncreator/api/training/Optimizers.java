// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.network.Catalog;
import java.util.LinkedHashMap;
import java.util.Map;

/** The catalogue of optimisers. */
public final class Optimizers {
  private static final Catalog<Optimizer> CATALOG = Catalog.of(Optimizer.class, builtIn());

  private Optimizers() {}

  /** Returns all known optimisers by name. */
  public static Catalog<Optimizer> catalog() {
    return CATALOG;
  }

  private static Map<String, Class<? extends Record>> builtIn() {
    Map<String, Class<? extends Record>> types = new LinkedHashMap<>();
    types.put("adam-w", AdamW.class);
    types.put("momentum", Momentum.class);
    return types;
  }
}
