// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.trainer;

import io.nncreator.api.network.Activation;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.ConstantRate;
import io.nncreator.api.training.CrossEntropy;
import io.nncreator.api.training.Loss;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.Momentum;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingRows;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small problems with known answers. */
final class Problems {
  private static final FeatureLayout PLANE = new FeatureLayout(2, List.of());

  private Problems() {}

  /** Rows of the plane with {@code 0.7 x - 0.3 y + 0.1} as their value. */
  static TrainingRows line(int rows) {
    float[] points = points(rows);
    float[] values = new float[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = 0.7f * points[2 * i] - 0.3f * points[2 * i + 1] + 0.1f;
    }
    return new TrainingRows(PLANE, points, new long[0], new int[0], values);
  }

  /** Rows of the plane with class 1 where the coordinates have one sign. */
  static TrainingRows exclusiveOr(int rows) {
    float[] points = points(rows);
    int[] labels = new int[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = points[2 * i] * points[2 * i + 1] > 0 ? 1 : 0;
    }
    return new TrainingRows(PLANE, points, new long[0], labels, new float[0]);
  }

  /** Rows of one category of six levels whose parity is the class. */
  static TrainingRows parity(int rows) {
    long[] codes = IntStream.range(0, rows).mapToLong(i -> i % 6).toArray();
    int[] labels = IntStream.range(0, rows).map(i -> i % 6 % 2).toArray();
    return new TrainingRows(
        new FeatureLayout(0, List.of(6)), new float[0], codes, labels, new float[0]);
  }

  /** A network without hidden layers. */
  static NetworkAssembly linear(TrainingRows rows, int outputs) {
    return new NetworkAssembly(rows.layout(), new NetworkSpec("linear", 4, List.of()), outputs);
  }

  /** A network with one hidden layer of TANH. */
  static NetworkAssembly curved(TrainingRows rows, int units, int outputs) {
    List<LayerNode> nodes =
        List.of(
            new LayerNode("hidden", new Linear(units), List.of(NetworkSpec.INPUT)),
            new LayerNode("bent", new Activation(Activation.Function.TANH), List.of("hidden")));
    return new NetworkAssembly(rows.layout(), new NetworkSpec("curved", 4, nodes), outputs);
  }

  /** A recipe with Adam at a constant rate and without early stopping. */
  static TrainingRecipe adam(TrainingRows rows, double rate, int batch, int epochs) {
    return new TrainingRecipe(
        loss(rows), new AdamW(0), new ConstantRate(), rate, batch, epochs, 0, 0);
  }

  /** A recipe with plain gradient descent at a constant rate and without early stopping. */
  static TrainingRecipe descent(TrainingRows rows, double rate, int batch, int epochs) {
    return new TrainingRecipe(
        loss(rows), new Momentum(0, 0), new ConstantRate(), rate, batch, epochs, 0, 0);
  }

  static TrainingRecipe withPatience(TrainingRecipe recipe, int patience) {
    return new TrainingRecipe(
        recipe.loss(),
        recipe.optimizer(),
        recipe.schedule(),
        recipe.learningRate(),
        recipe.batchSize(),
        recipe.epochs(),
        patience,
        recipe.clipNorm());
  }

  /** Returns the numbers from one on to below another one. */
  static int[] from(int first, int end) {
    return IntStream.range(first, end).toArray();
  }

  /** Members that learn from all rows but those of one fold each, which judge. */
  static List<Member> folds(TrainingRows rows, int members) {
    return IntStream.range(0, members)
        .mapToObj(
            k ->
                new Member(
                    IntStream.range(0, rows.rows()).filter(i -> i % members != k).toArray(),
                    IntStream.range(0, rows.rows()).filter(i -> i % members == k).toArray(),
                    100 + k))
        .toList();
  }

  /** A member that learns from all rows and has none to be judged by. */
  static Member all(TrainingRows rows, long seed) {
    return new Member(IntStream.range(0, rows.rows()).toArray(), new int[0], seed);
  }

  static TrainingRequest request(
      NetworkAssembly network, TrainingRecipe recipe, TrainingRows rows, List<Member> members) {
    return new TrainingRequest(network, recipe, rows, members, null);
  }

  /** Five members on exclusive-or with a mini-batch of 8. */
  static TrainingRequest fiveMembers(int epochs) {
    TrainingRows rows = exclusiveOr(40);
    return request(curved(rows, 6, 2), adam(rows, 0.01, 8, epochs), rows, folds(rows, 5));
  }

  private static Loss loss(TrainingRows rows) {
    return rows.classification() ? new CrossEntropy(0) : new SquaredError();
  }

  /** Even points of the square from -1 to 1, the middle of each axis left out. */
  private static float[] points(int rows) {
    SplittableRandom random = new SplittableRandom(11);
    float[] points = new float[2 * rows];
    for (int i = 0; i < points.length; i++) {
      double size = 0.2 + 0.8 * random.nextDouble();
      points[i] = (float) (random.nextBoolean() ? size : -size);
    }
    return points;
  }
}
