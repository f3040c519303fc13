// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

import io.nncreator.api.graph.Value;
import java.util.List;

/** Checks that layers share; each failure states setting, value and rule. */
final class Settings {
  private static final String RESHAPE = ". Maybe put a reshape layer before it.";

  private Settings() {}

  static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "The setting " + name + " (" + value + ") must be at least " + least + ".");
    }
  }

  static void within(String name, double value, double from, double below) {
    if (!(value >= from && value < below)) {
      throw new IllegalArgumentException(
          "The setting " + name + " (" + value + ") must be in [" + from + ", " + below + ").");
    }
  }

  static Value only(List<Value> inputs) {
    if (inputs.size() != 1) {
      throw new IllegalArgumentException(
          "The layer takes exactly 1 input, got " + inputs.size() + ".");
    }
    return inputs.get(0);
  }

  static void several(List<Value> inputs) {
    if (inputs.size() < 2) {
      throw new IllegalArgumentException(
          "The layer takes at least 2 inputs, got " + inputs.size() + ".");
    }
  }

  /** At least two inputs of one shape: no silent repetition of an axis of size 1. */
  static void alike(List<Value> inputs) {
    several(inputs);
    for (Value input : inputs) {
      if (!input.shape().equals(inputs.get(0).shape())) {
        throw new IllegalArgumentException(
            "The layer takes inputs of equal shape, got "
                + inputs.get(0).shape()
                + " and "
                + input.shape()
                + ".");
      }
    }
  }

  static void flatRows(String layer, Value x) {
    if (x.shape().rank() != 2 || !x.shape().batched()) {
      throw new IllegalArgumentException(
          a(layer) + " layer takes rows [batch, features], got " + x.shape() + ".");
    }
  }

  static void rowsOrSeries(String layer, Value x) {
    if (!x.shape().batched() || (x.shape().rank() != 2 && x.shape().rank() != 3)) {
      throw new IllegalArgumentException(
          a(layer)
              + " layer takes rows [batch, features] or series [batch, steps, width], got "
              + x.shape()
              + ".");
    }
  }

  static void series(String layer, Value x) {
    if (x.shape().rank() != 3 || !x.shape().batched()) {
      throw new IllegalArgumentException(
          a(layer) + " layer takes series [batch, steps, width], got " + x.shape() + RESHAPE);
    }
  }

  static void images(String layer, Value x) {
    if (x.shape().rank() != 4 || !x.shape().batched()) {
      throw new IllegalArgumentException(
          a(layer)
              + " layer takes images [batch, channels, height, width], got "
              + x.shape()
              + RESHAPE);
    }
  }

  static void seriesOrImages(String layer, Value x) {
    if (x.shape().rank() != 3 && x.shape().rank() != 4) {
      throw new IllegalArgumentException(
          a(layer)
              + " layer takes series [batch, steps, width] or images [batch, channels, height,"
              + " width], got "
              + x.shape()
              + RESHAPE);
    }
  }

  static void atMost(String layer, long steps, int most) {
    if (steps > most) {
      throw new IllegalArgumentException(
          a(layer) + " layer takes at most " + most + " steps, got " + steps + ".");
    }
  }

  static void window(int size, int stride, int padding) {
    within("size", size, 1, 65);
    within("stride", stride, 1, 65);
    within("padding", padding, 0, 4097);
  }

  static void epsilon(double epsilon) {
    if (!(epsilon > 0 && epsilon <= 1)) {
      throw new IllegalArgumentException(
          "The setting epsilon (" + epsilon + ") must be in (0, 1].");
    }
  }

  private static String a(String layer) {
    return ("aeiou".indexOf(layer.charAt(0)) >= 0 ? "An " : "A ") + layer;
  }

  static long[] ones(Value like, long last) {
    long[] dims = new long[like.shape().rank()];
    java.util.Arrays.fill(dims, 1);
    dims[dims.length - 1] = last;
    return dims;
  }
}
