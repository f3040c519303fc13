// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.pipeline;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import io.nncreator.runtime.pipeline.Encoding.DateParts;
import java.util.ArrayList;
import java.util.List;

/**
 * Sines and cosines of the phases of points in time. Phases are reduced in 64 bits: seconds since
 * 1970 in 32 bits would be minutes off.
 */
final class CycleBlock implements FeatureBlock {
  private static final double DAY = 86_400;

  private record Cycle(String name, int column, double seconds) {}

  private final List<Cycle> cycles;

  private CycleBlock(List<Cycle> cycles) {
    this.cycles = cycles;
  }

  static CycleBlock of(FeaturePipeline pipeline) {
    List<DateParts> times =
        pipeline.ordered().stream()
            .filter(DateParts.class::isInstance)
            .map(DateParts.class::cast)
            .toList();
    int[] columns = pipeline.positions(times);
    List<Cycle> cycles = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      DateParts time = times.get(i);
      int column = columns[i];
      if (time.yearly()) {
        cycles.add(new Cycle(time.column() + " year", column, 365.2425 * DAY));
      }
      if (time.weekly()) {
        cycles.add(new Cycle(time.column() + " week", column, 7 * DAY));
      }
      if (time.daily()) {
        cycles.add(new Cycle(time.column() + " day", column, DAY));
      }
    }
    return new CycleBlock(cycles);
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    cycles.forEach(cycle -> names.add(cycle.name() + " sine"));
    cycles.forEach(cycle -> names.add(cycle.name() + " cosine"));
    return names;
  }

  @Override
  public List<Value> lower(GraphBuilder graph, RawValues raw) {
    Value seconds = raw.numbers(cycles.stream().mapToInt(Cycle::column).toArray());
    double[] periods = cycles.stream().mapToDouble(Cycle::seconds).toArray();
    Value period = graph.constant(Tensor.of(periods, 1, periods.length));
    Value turns = graph.binary(BinaryKind.DIV, seconds, period);
    Value phase = graph.binary(BinaryKind.SUB, turns, graph.unary(UnaryKind.FLOOR, turns));
    Value radians = graph.binary(BinaryKind.MUL, phase, graph.scalarLike(phase, 2 * Math.PI));
    Value angle = graph.cast(radians, DType.F32);
    // NaN for a missing time and for an infinite one.
    Value none = graph.unary(UnaryKind.IS_NAN, angle);
    Value zero = graph.scalarLike(angle, 0);
    return List.of(
        graph.where(none, zero, graph.unary(UnaryKind.SIN, angle)),
        graph.where(none, zero, graph.unary(UnaryKind.COS, angle)));
  }
}
