// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Initializer;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Value;

/** Normalisation to mean 0 and variance 1. */
final class Normal {
  private Normal() {}

  /** Returns the channels of a series (the last axis) or of images (the second one). */
  static long channels(Value x) {
    return x.shape().dim(x.shape().rank() == 3 ? -1 : 1);
  }

  /** Normalises the last axis. */
  static Value last(GraphBuilder graph, Value x, double epsilon) {
    Value mean = graph.reduce(ReduceKind.MEAN, x, -1);
    Value centred = graph.binary(BinaryKind.SUB, x, mean);
    Value squares = graph.binary(BinaryKind.MUL, centred, centred);
    return graph.binary(BinaryKind.DIV, centred, root(graph, squares, epsilon));
  }

  /** Returns the root of the mean of the last axis and epsilon. */
  static Value root(GraphBuilder graph, Value squares, double epsilon) {
    Value mean = graph.reduce(ReduceKind.MEAN, squares, -1);
    Value shifted = graph.binary(BinaryKind.ADD, mean, graph.scalarLike(mean, epsilon));
    return graph.unary(UnaryKind.SQRT, shifted);
  }

  /** Normalises groups of channels, then scales and shifts each channel. */
  static Value grouped(GraphBuilder graph, Value x, long groups, double epsilon) {
    boolean series = x.shape().rank() == 3;
    long channels = channels(x);
    Value first = series ? graph.transpose(x, -2, -1) : x;
    long[] dims = new long[first.shape().rank() - 1];
    System.arraycopy(first.shape().dims(), 1, dims, 0, dims.length);
    Value rows = graph.reshapeRows(first, groups, first.shape().elements() / groups);
    Value normal = graph.reshapeRows(last(graph, rows, epsilon), dims);
    Value back = series ? graph.transpose(normal, -2, -1) : normal;
    Shape vector = series ? Shape.of(1, 1, channels) : Shape.of(1, channels, 1, 1);
    Value gain = graph.parameter("gain", vector, new Initializer.Fill(1), false);
    Value bias = graph.parameter("bias", vector, new Initializer.Fill(0), false);
    return graph.binary(BinaryKind.ADD, graph.binary(BinaryKind.MUL, back, gain), bias);
  }
}
