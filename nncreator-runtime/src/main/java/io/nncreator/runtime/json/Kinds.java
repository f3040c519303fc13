// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.json;

import io.nncreator.api.network.Catalog;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.Layers;
import io.nncreator.api.training.Loss;
import io.nncreator.api.training.Losses;
import io.nncreator.api.training.Optimizer;
import io.nncreator.api.training.Optimizers;
import io.nncreator.api.training.Schedule;
import io.nncreator.api.training.Schedules;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that may stand in the field {@code kind} for each interface. */
final class Kinds {
  /** The field that names the record behind an interface. */
  static final String FIELD = "kind";

  private static final Map<Class<?>, Catalog<?>> OPEN =
      Map.of(
          Layer.class, Layers.catalog(),
          Loss.class, Losses.catalog(),
          Optimizer.class, Optimizers.catalog(),
          Schedule.class, Schedules.catalog());

  private Kinds() {}

  /** Returns the records by name, or null if the type is not an interface with known records. */
  static @Nullable Map<String, Class<? extends Record>> of(Class<?> type) {
    Catalog<?> catalog = OPEN.get(type);
    if (catalog != null) {
      return catalog.types();
    }
    return type.isInterface() && type.isSealed() ? permitted(type) : null;
  }

  static String name(Map<String, Class<? extends Record>> kinds, Class<?> type) {
    for (Map.Entry<String, Class<? extends Record>> kind : kinds.entrySet()) {
      if (kind.getValue() == type) {
        return kind.getKey();
      }
    }
    throw new IllegalArgumentException(
        "The type (" + type.getName() + ") has no name in JSON. Maybe add a CatalogEntry for it.");
  }

  private static Map<String, Class<? extends Record>> permitted(Class<?> type) {
    Map<String, Class<? extends Record>> kinds = new LinkedHashMap<>();
    for (Class<?> part : type.getPermittedSubclasses()) {
      if (part.isRecord()) {
        kinds.put(hyphenated(part.getSimpleName()), part.asSubclass(Record.class));
      } else {
        Map<String, Class<? extends Record>> inner = of(part);
        kinds.putAll(inner == null ? Map.of() : inner);
      }
    }
    return kinds;
  }

  private static String hyphenated(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
