// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.torchscript;

import static io.nncreator.djl.internal.torchscript.NodeEmitter.call;

import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The derivatives that reach a value through slices of it. Slices that do not overlap are joined: a
 * series that is read step by step would otherwise be filled with zeros as often as it has steps.
 */
final class SliceGradients {
  private final GraphScope scope;
  private final Value value;
  private final int batch;
  private final Map<Integer, List<Cut>> byAxis = new TreeMap<>();

  private record Cut(long start, long end, String gradient) {}

  SliceGradients(GraphScope scope, Value value, int batch) {
    this.scope = scope;
    this.value = value;
    this.batch = batch;
  }

  void add(Op.Slice slice, String gradient) {
    byAxis
        .computeIfAbsent(slice.axis(), axis -> new ArrayList<>())
        .add(new Cut(slice.start(), slice.start() + slice.length(), gradient));
  }

  /** Returns expressions of the value's own shape, whose sum is the derivative. */
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    byAxis.forEach(
        (axis, cuts) -> {
          List<Cut> left = new ArrayList<>(cuts);
          left.sort(Comparator.comparingLong(Cut::start));
          while (!left.isEmpty()) {
            parts.add(joined(axis, withoutOverlap(left)));
          }
        });
    return parts;
  }

  /** Takes cuts that follow one another out of sorted ones. */
  private static List<Cut> withoutOverlap(List<Cut> left) {
    List<Cut> taken = new ArrayList<>();
    long end = 0;
    for (Cut cut : List.copyOf(left)) {
      if (cut.start() >= end) {
        taken.add(cut);
        end = cut.end();
      }
    }
    left.removeAll(taken);
    return taken;
  }

  private String joined(int axis, List<Cut> cuts) {
    List<String> pieces = new ArrayList<>();
    long end = 0;
    for (Cut cut : cuts) {
      gap(axis, end, cut.start(), cut.gradient(), pieces);
      pieces.add(cut.gradient());
      end = cut.end();
    }
    gap(axis, end, value.shape().dim(axis), cuts.get(0).gradient(), pieces);
    return pieces.size() == 1
        ? pieces.get(0)
        : call("cat", "[" + String.join(", ", pieces) + "]", String.valueOf(axis));
  }

  private void gap(int axis, long from, long to, String like, List<String> pieces) {
    if (to > from) {
      long[] dims = scope.dims(value, batch);
      dims[dims.length + axis] = to - from;
      pieces.add(call("new_zeros", like, Literals.list(dims)));
    }
  }
}
