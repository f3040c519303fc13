// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names under which the kinds of one part (layers, losses, ..) stand in JSON. Immutable.
 *
 * @param <T> the part's interface
 */
public final class Catalog<T> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final Class<T> part;
  private final Map<String, Class<? extends Record>> types;

  private Catalog(Class<T> part, Map<String, Class<? extends Record>> types) {
    this.part = part;
    this.types = Collections.unmodifiableMap(types);
  }

  /**
   * Returns the built-in kinds together with those that {@link CatalogEntry} providers add.
   *
   * @throws IllegalStateException if two kinds share a name, or a name is not of the stated form
   */
  public static <T> Catalog<T> of(Class<T> part, Map<String, Class<? extends Record>> builtIn) {
    return of(part, builtIn, ServiceLoader.load(CatalogEntry.class, part.getClassLoader()));
  }

  static <T> Catalog<T> of(
      Class<T> part,
      Map<String, Class<? extends Record>> builtIn,
      Iterable<? extends CatalogEntry> added) {
    Map<String, Class<? extends Record>> types = new LinkedHashMap<>(builtIn);
    for (CatalogEntry entry : added) {
      if (!part.isAssignableFrom(entry.type())) {
        continue;
      }
      if (!NAME.matcher(entry.name()).matches()) {
        throw new IllegalStateException(
            "The name ("
                + entry.name()
                + ") of "
                + entry.type().getName()
                + " must be lower-case words joined by hyphens.");
      }
      if (types.put(entry.name(), entry.type()) != null) {
        throw new IllegalStateException(
            "Two kinds of " + part.getSimpleName() + " are named (" + entry.name() + ").");
      }
    }
    return new Catalog<>(part, types);
  }

  /** Returns the kinds by name. */
  public Map<String, Class<? extends Record>> types() {
    return types;
  }

  /** Returns the kind with a name, or null. */
  public @Nullable Class<? extends T> type(String name) {
    Class<? extends Record> type = types.get(name);
    return type == null ? null : type.asSubclass(part);
  }

  /**
   * Returns the name of a value's kind.
   *
   * @throws IllegalArgumentException if the kind is not in the catalogue
   */
  public String name(T value) {
    for (Map.Entry<String, Class<? extends Record>> entry : types.entrySet()) {
      if (entry.getValue() == value.getClass()) {
        return entry.getKey();
      }
    }
    throw new IllegalArgumentException(
        "The kind "
            + value.getClass().getName()
            + " is not in the catalogue of "
            + part.getSimpleName()
            + ". Maybe add a CatalogEntry for it.");
  }
}
