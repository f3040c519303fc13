// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import java.util.List;

/**
 * A network whose rows and answers are records. Thread-safe; usable as long as its {@link
 * NeuralNetwork} is open.
 *
 * @param <I> a row: each column of the network is a component with its name
 * @param <O> an answer, see {@code NeuralNetwork.as}
 */
public interface TypedNetwork<I extends Record, O extends Record> {
  /**
   * Answers one row.
   *
   * @throws io.nncreator.api.error.PredictionException if a cell has an illegal value
   */
  O predict(I row);

  /**
   * Answers many rows at once, in their order.
   *
   * @throws io.nncreator.api.error.PredictionException if a cell has an illegal value
   */
  List<O> predictAll(List<? extends I> rows);
}
