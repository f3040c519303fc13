// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.architecture;

import io.nncreator.api.graph.ParameterGroup;
import io.nncreator.api.network.Activation;
import io.nncreator.api.network.Activation.Function;
import io.nncreator.api.network.Add;
import io.nncreator.api.network.BatchEnsemble;
import io.nncreator.api.network.Concat;
import io.nncreator.api.network.Dropout;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.LayerNorm;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.network.NtkLinear;
import io.nncreator.api.network.ParametricActivation;
import io.nncreator.api.network.Periodic;
import io.nncreator.api.network.PiecewiseLinear;
import io.nncreator.api.network.Scale;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the built-in networks. */
final class Bodies {
  private static final int FREQUENCIES = 8;

  /** Submodels of TabM; as many folds as there are multiply them, so that fewer than 32 do. */
  private static final int SUBMODELS = 8;

  private static final ParameterGroup PERIODIC = new ParameterGroup(0.1, 1);
  private static final ParameterGroup PIECEWISE = new ParameterGroup(0.4, 1);
  private static final ParameterGroup SCALE = new ParameterGroup(6, 1);

  private final List<LayerNode> nodes = new ArrayList<>();
  private String last = NetworkSpec.INPUT;

  private Bodies() {}

  /** No hidden layer: logistic or linear regression. */
  static NetworkSpec linear(int embeddingWidth) {
    return new NetworkSpec("linear", embeddingWidth, List.of());
  }

  /** Fully connected layers after a learnt scaling of the features. */
  static NetworkSpec mlp(int depth, int width, Function function, double dropout, int embedding) {
    Bodies body = new Bodies();
    body.then("scale", new Scale());
    body.hidden(depth, width, function, dropout);
    return body.named("mlp-" + depth + "x" + width, embedding);
  }

  /** Fully connected layers after a periodic embedding of each feature. */
  static NetworkSpec periodic(
      int depth, int width, Function function, double dropout, int embedding) {
    Bodies body = new Bodies();
    body.then("periodic", new Periodic(8, 0.1, 3));
    body.then("scale", new Scale());
    body.hidden(depth, width, function, dropout);
    return body.named("periodic-mlp-" + depth + "x" + width, embedding);
  }

  /** Fully connected layers after a piecewise-linear embedding of each feature. */
  static NetworkSpec piecewise(
      int depth, int width, Function function, double dropout, int bins, int embedding) {
    Bodies body = new Bodies();
    body.then("bins", new PiecewiseLinear(8, bins));
    body.then("scale", new Scale());
    body.hidden(depth, width, function, dropout);
    return body.named("piecewise-mlp-" + depth + "x" + width, embedding);
  }

  /** How RealMLP lets single features bend. */
  enum Curves {
    /** Not at all: its smaller form. */
    NONE,
    /** By cosines, as its authors do. */
    PERIODIC,
    /** At the borders of bins. */
    PIECEWISE
  }

  /**
   * RealMLP (arXiv 2407.04491): embeddings of each feature, a learnt scaling, and layers in the
   * neural-tangent parametrisation, each group of parameters at its own rate.
   *
   * @param bins of piecewise-linear embeddings, if they are there
   */
  static NetworkSpec realMlp(
      int depth,
      int width,
      Function function,
      double dropout,
      Curves curves,
      int bins,
      int embedding) {
    Bodies body = new Bodies();
    switch (curves) {
      case PERIODIC -> body.then("periodic", new Periodic(FREQUENCIES, 0.1, 3), PERIODIC);
      case PIECEWISE -> body.then("bins", new PiecewiseLinear(4, bins), PIECEWISE);
      case NONE -> {}
    }
    body.then("scale", new Scale(), SCALE);
    for (int i = 1; i <= depth; i++) {
      body.then("hidden" + i, new NtkLinear(width));
      body.then("act" + i, new ParametricActivation(function));
      body.drop("drop" + i, dropout);
    }
    // The output layer in the same parametrisation: what it divides is in its rate.
    ParameterGroup head = new ParameterGroup(1 / Math.sqrt(width), Math.sqrt(width));
    String kind =
        switch (curves) {
          case NONE -> "small-realmlp-";
          case PERIODIC -> "realmlp-";
          case PIECEWISE -> "piecewise-realmlp-";
        };
    return new NetworkSpec(kind + depth + "x" + width, embedding, body.nodes, null, head);
  }

  /**
   * TabM with piecewise-linear embeddings (arXiv 2410.24210): submodels that share all weights,
   * each with factors, biases and an output layer of its own.
   */
  static NetworkSpec tabM(int depth, int width, double dropout, int bins, int embedding) {
    Bodies body = new Bodies();
    body.then("bins", new PiecewiseLinear(8, bins));
    for (int i = 1; i <= depth; i++) {
      body.then("hidden" + i, new BatchEnsemble(width, SUBMODELS));
      body.then("act" + i, new Activation(Function.RELU));
      body.drop("drop" + i, dropout);
    }
    String name = "tabm-" + depth + "x" + width;
    return new NetworkSpec(name, embedding, body.nodes, null, null, SUBMODELS);
  }

  /** A deep part whose result stands beside the features, so that a linear model is contained. */
  static NetworkSpec wideAndDeep(int depth, int width, double dropout, int embedding) {
    Bodies body = new Bodies();
    body.hidden(depth, width, Function.SILU, dropout);
    body.join("wide", new Concat(), NetworkSpec.INPUT);
    return body.named("wide-and-deep-" + depth + "x" + width, embedding);
  }

  /** Pre-normalised residual blocks (arXiv 2106.11959, ResNet). */
  static NetworkSpec residual(int blocks, int width, double dropout, int embedding) {
    Bodies body = new Bodies();
    body.then("project", new Linear(width));
    for (int block = 1; block <= blocks; block++) {
      String entry = body.last;
      body.then("norm" + block, new LayerNorm());
      body.then("expand" + block, new Linear(2 * width));
      body.then("act" + block, new Activation(Function.RELU));
      body.drop("drop" + block, dropout);
      body.then("contract" + block, new Linear(width));
      body.join("sum" + block, new Add(), entry);
    }
    body.then("norm", new LayerNorm());
    body.then("act", new Activation(Function.RELU));
    return body.named("residual-" + blocks + "x" + width, embedding);
  }

  private void hidden(int depth, int width, Function function, double dropout) {
    for (int i = 1; i <= depth; i++) {
      then("hidden" + i, new Linear(width));
      then("act" + i, new Activation(function));
      drop("drop" + i, dropout);
    }
  }

  private void drop(String id, double rate) {
    if (rate > 0) {
      then(id, new Dropout(rate));
    }
  }

  private void then(String id, Layer layer) {
    then(id, layer, null);
  }

  private void then(String id, Layer layer, @Nullable ParameterGroup group) {
    nodes.add(new LayerNode(id, layer, List.of(last), group));
    last = id;
  }

  private void join(String id, Layer layer, String other) {
    nodes.add(new LayerNode(id, layer, List.of(other, last)));
    last = id;
  }

  private NetworkSpec named(String name, int embeddingWidth) {
    return new NetworkSpec(name, embeddingWidth, nodes);
  }
}
