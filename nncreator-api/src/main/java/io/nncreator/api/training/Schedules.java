// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

import io.nncreator.api.network.Catalog;
import java.util.LinkedHashMap;
import java.util.Map;

/** The catalogue of schedules. */
public final class Schedules {
  private static final Catalog<Schedule> CATALOG = Catalog.of(Schedule.class, builtIn());

  private Schedules() {}

  /** Returns all known schedules by name. */
  public static Catalog<Schedule> catalog() {
    return CATALOG;
  }

  private static Map<String, Class<? extends Record>> builtIn() {
    Map<String, Class<? extends Record>> types = new LinkedHashMap<>();
    types.put("constant", ConstantRate.class);
    types.put("cosine", Cosine.class);
    types.put("cos-log4", CosLog4.class);
    types.put("one-cycle", OneCycle.class);
    types.put("flat-cosine", FlatCosine.class);
    return types;
  }
}
