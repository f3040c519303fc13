// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.architecture;

import io.nncreator.api.network.Activation;
import io.nncreator.api.network.Activation.Function;
import io.nncreator.api.network.Add;
import io.nncreator.api.network.Concat;
import io.nncreator.api.network.Dropout;
import io.nncreator.api.network.Layer;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.LayerNorm;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.network.Periodic;
import io.nncreator.api.network.Scale;
import java.util.ArrayList;
import java.util.List;

/** The bodies of the built-in networks. */
final class Bodies {
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
    nodes.add(new LayerNode(id, layer, List.of(last)));
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
