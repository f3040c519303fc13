// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.release;

import io.nncreator.core.internal.scoring.Predictions;
import io.nncreator.core.internal.scoring.Predictions.Classes;
import io.nncreator.core.internal.scoring.Predictions.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Answers of the network and of its baselines for the same unseen rows.
 *
 * @param network answers of the network
 * @param dummy answers of always the same
 * @param linear answers of a linear model
 */
record Judgement(Predictions network, Predictions dummy, Predictions linear) {

  /** Puts judgements of different rows together. */
  static Judgement pooled(List<Judgement> parts) {
    return new Judgement(
        pool(parts.stream().map(Judgement::network).toList()),
        pool(parts.stream().map(Judgement::dummy).toList()),
        pool(parts.stream().map(Judgement::linear).toList()));
  }

  private static Predictions pool(List<Predictions> parts) {
    if (parts.get(0) instanceof Classes first) {
      List<Classes> all = new ArrayList<>();
      parts.forEach(part -> all.add((Classes) part));
      return Predictions.classes(
          all.stream().flatMapToDouble(part -> DoubleStream.of(part.probabilities())).toArray(),
          first.classes(),
          all.stream().flatMapToInt(part -> IntStream.of(part.labels())).toArray(),
          first.positive());
    }
    List<Values> all = new ArrayList<>();
    parts.forEach(part -> all.add((Values) part));
    return Predictions.values(
        all.stream().flatMapToDouble(part -> DoubleStream.of(part.predicted())).toArray(),
        all.stream().flatMapToDouble(part -> DoubleStream.of(part.truth())).toArray());
  }
}
