// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import java.util.List;

/** A network between records. */
final class RecordNetwork<I extends Record, O extends Record> implements TypedNetwork<I, O> {
  private final NeuralNetwork network;
  private final RecordRows<I> rows;
  private final RecordAnswers<O> answers;

  RecordNetwork(NeuralNetwork network, RecordRows<I> rows, RecordAnswers<O> answers) {
    this.network = network;
    this.rows = rows;
    this.answers = answers;
  }

  @Override
  public O predict(I row) {
    return answers.of(network.predict(rows.cells(row)));
  }

  @Override
  public List<O> predictAll(List<? extends I> many) {
    return network.predictAll(many.stream().map(rows::cells).toList()).stream()
        .map(answers::of)
        .toList();
  }
}
