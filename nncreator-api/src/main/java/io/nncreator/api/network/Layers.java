// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import java.util.LinkedHashMap;
import java.util.Map;

/** The catalogue of layers. */
public final class Layers {
  private static final Catalog<Layer> CATALOG = Catalog.of(Layer.class, builtIn());

  private Layers() {}

  /** Returns all known layers by name. */
  public static Catalog<Layer> catalog() {
    return CATALOG;
  }

  private static Map<String, Class<? extends Record>> builtIn() {
    Map<String, Class<? extends Record>> types = new LinkedHashMap<>();
    types.put("linear", Linear.class);
    types.put("activation", Activation.class);
    types.put("dropout", Dropout.class);
    types.put("layer-norm", LayerNorm.class);
    types.put("scale", Scale.class);
    types.put("periodic", Periodic.class);
    types.put("add", Add.class);
    types.put("multiply", Multiply.class);
    types.put("concat", Concat.class);
    return types;
  }
}
