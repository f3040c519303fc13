// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import io.nncreator.api.network.Activation;
import io.nncreator.api.network.Dropout;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.ConstantRate;
import io.nncreator.api.training.CrossEntropy;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A network of fully connected layers with ReLU, and random rows for it.
 *
 * @param inputs features
 * @param hidden width of each hidden layer
 * @param layers number of hidden layers
 * @param classes outputs
 * @param batch rows of a step
 * @param stepsPerEpoch batches that the rows make
 */
record Perceptron(int inputs, int hidden, int layers, int classes, int batch, int stepsPerEpoch) {
  /** The network by which steps and answers are timed. */
  static final Perceptron STANDARD = new Perceptron(32, 128, 2, 10, 64, 64);

  /** Learning rate of all sides. */
  static final float RATE = 1e-3f;

  /** What a training may have beside Adam. */
  record Extras(double dropout, double clipNorm) {
    /** Adam alone. */
    static final Extras NONE = new Extras(0, 0);
  }

  int rows() {
    return batch * stepsPerEpoch;
  }

  /** Returns the features, row-major. */
  float[] features() {
    SplittableRandom random = new SplittableRandom(1);
    float[] features = new float[rows() * inputs];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextDouble(-2, 2);
    }
    return features;
  }

  /** Returns the class of each row. */
  int[] labels() {
    return new SplittableRandom(2).ints(rows(), 0, classes).toArray();
  }

  /** Returns the request to train one network, or several at once, without validation. */
  TrainingRequest request(int epochs, int members, Extras extras) {
    FeatureLayout layout = new FeatureLayout(inputs, List.of());
    TrainingRecipe recipe =
        new TrainingRecipe(
            new CrossEntropy(0),
            new AdamW(0),
            new ConstantRate(),
            RATE,
            batch,
            epochs,
            0,
            extras.clipNorm());
    int[] rows = IntStream.range(0, rows()).toArray();
    List<Member> all = new ArrayList<>();
    for (int k = 0; k < members; k++) {
      all.add(new Member(rows, new int[0], k + 1));
    }
    return new TrainingRequest(
        new NetworkAssembly(layout, body(extras), classes),
        recipe,
        new TrainingRows(layout, features(), new long[0], labels(), new float[0]),
        all,
        null);
  }

  /** Returns the floating-point operations of a step: products only, no gradient by the rows. */
  double stepFlops() {
    double first = 2.0 * batch * inputs * (layers == 0 ? classes : hidden);
    double rest = layers == 0 ? 0 : 2.0 * batch * hidden * ((layers - 1.0) * hidden + classes);
    return 2 * first + 3 * rest;
  }

  @Override
  public String toString() {
    StringBuilder widths = new StringBuilder().append(inputs);
    widths.append(("-" + hidden).repeat(layers));
    return widths.append('-').append(classes).append(", batch ").append(batch).toString();
  }

  /** Returns the layers between features and head. */
  NetworkSpec body(Extras extras) {
    List<LayerNode> nodes = new ArrayList<>();
    String last = NetworkSpec.INPUT;
    for (int i = 0; i < layers; i++) {
      nodes.add(new LayerNode("hidden" + i, new Linear(hidden), List.of(last)));
      last = "relu" + i;
      nodes.add(
          new LayerNode(last, new Activation(Activation.Function.RELU), List.of("hidden" + i)));
      if (extras.dropout() > 0) {
        nodes.add(new LayerNode("dropout" + i, new Dropout(extras.dropout()), List.of(last)));
        last = "dropout" + i;
      }
    }
    return new NetworkSpec("perceptron", 1, nodes);
  }
}
