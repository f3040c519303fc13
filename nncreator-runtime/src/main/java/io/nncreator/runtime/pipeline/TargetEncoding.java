// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Value;
import java.util.HashSet;
import java.util.List;

/** What the raw outputs of a network mean in the words of the user's target column. */
public sealed interface TargetEncoding {
  /** Name of the output of class probabilities, {@code F32 [batch, classes]}. */
  String PROBABILITIES = "probabilities";

  /** Name of the output of a regression, {@code F64 [batch, 1]}. */
  String VALUE = "value";

  /** Returns how many raw outputs a network for this target has. */
  int outputs();

  /**
   * Writes the answer after a network and names it as an output of the graph.
   *
   * @param raw outputs per ensemble member, {@code F32 [batch, outputs]}
   */
  void lower(GraphBuilder graph, Value raw);

  /**
   * One of several classes; raw outputs are logits, members vote with their probabilities.
   *
   * @param labels the classes' names in the order of the outputs, at least two
   */
  record Classes(List<String> labels) implements TargetEncoding {
    /** Copies and checks the labels. */
    public Classes {
      labels = List.copyOf(labels);
      if (labels.size() < 2 || new HashSet<>(labels).size() != labels.size()) {
        throw new IllegalArgumentException(
            "Classification needs at least two different labels, got " + labels + ".");
      }
    }

    @Override
    public int outputs() {
      return labels.size();
    }

    @Override
    public void lower(GraphBuilder graph, Value raw) {
      graph.output(PROBABILITIES, graph.memberMean(graph.softmax(raw)));
    }
  }

  /**
   * A number: {@code raw * deviation + mean}, or e to the power of that when logarithmic. Members
   * are averaged before.
   *
   * @param mean of the (logarithms of the) target over the training rows
   * @param deviation their standard deviation, positive
   * @param logarithmic whether the network learns the natural logarithm of a positive target
   */
  record Standardised(double mean, double deviation, boolean logarithmic)
      implements TargetEncoding {
    /** Keeps {@code e^x} finite. */
    private static final double LARGEST_EXPONENT = 700;

    /** Checks the settings. */
    public Standardised {
      if (!Double.isFinite(mean) || !Double.isFinite(deviation) || deviation <= 0) {
        throw new IllegalArgumentException(
            "The mean ("
                + mean
                + ") must be finite and the deviation ("
                + deviation
                + ") positive.");
      }
    }

    @Override
    public int outputs() {
      return 1;
    }

    /** Returns what the network should put out for a value of the target. */
    public float standardise(double value) {
      return (float) (((logarithmic ? Math.log(value) : value) - mean) / deviation);
    }

    @Override
    public void lower(GraphBuilder graph, Value raw) {
      Value z = graph.cast(graph.memberMean(raw), DType.F64);
      Value scaled = graph.binary(BinaryKind.MUL, z, graph.scalarLike(z, deviation));
      Value value = graph.binary(BinaryKind.ADD, scaled, graph.scalarLike(z, mean));
      if (logarithmic) {
        Value exponent = graph.binary(BinaryKind.MIN, value, graph.scalarLike(z, LARGEST_EXPONENT));
        value = graph.unary(UnaryKind.EXP, exponent);
      }
      graph.output(VALUE, value);
    }
  }
}
