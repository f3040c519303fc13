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
    types.put("ntk-linear", NtkLinear.class);
    types.put("parametric-activation", ParametricActivation.class);
    types.put("scale", Scale.class);
    types.put("periodic", Periodic.class);
    types.put("piecewise-linear", PiecewiseLinear.class);
    types.put("add", Add.class);
    types.put("multiply", Multiply.class);
    types.put("concat", Concat.class);
    types.put("reshape", Reshape.class);
    types.put("flatten", Flatten.class);
    types.put("swap-axes", SwapAxes.class);
    types.put("conv-1d", Conv1d.class);
    types.put("conv-2d", Conv2d.class);
    types.put("max-pool", MaxPool.class);
    types.put("average-pool", AveragePool.class);
    types.put("global-pool", GlobalPool.class);
    types.put("group-norm", GroupNorm.class);
    types.put("instance-norm", InstanceNorm.class);
    types.put("rms-norm", RmsNorm.class);
    types.put("tokenize-features", TokenizeFeatures.class);
    types.put("take-step", TakeStep.class);
    types.put("position-embedding", PositionEmbedding.class);
    types.put("attention", Attention.class);
    types.put("gru", Gru.class);
    types.put("lstm", Lstm.class);
    types.put("token-embedding", TokenEmbedding.class);
    types.put("embedding-bag", EmbeddingBag.class);
    types.put("batch-ensemble", BatchEnsemble.class);
    types.put("submodel-scale", SubmodelScale.class);
    types.put("submodel-linear", SubmodelLinear.class);
    return types;
  }
}
