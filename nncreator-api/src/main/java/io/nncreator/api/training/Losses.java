// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.network.Catalog;
import java.util.LinkedHashMap;
import java.util.Map;

/** The catalogue of losses. */
public final class Losses {
  private static final Catalog<Loss> CATALOG = Catalog.of(Loss.class, builtIn());

  private Losses() {}

  /** Returns all known losses by name. */
  public static Catalog<Loss> catalog() {
    return CATALOG;
  }

  private static Map<String, Class<? extends Record>> builtIn() {
    Map<String, Class<? extends Record>> types = new LinkedHashMap<>();
    types.put("cross-entropy", CrossEntropy.class);
    types.put("squared-error", SquaredError.class);
    types.put("huber", Huber.class);
    return types;
  }
}
