// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import ai.onnxruntime.OnnxTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The inputs and outputs of one call for up to some rows. Not thread-safe. */
final class RowBatch implements AutoCloseable {
  private final int capacity;
  private final List<TensorBuffer> inputs = new ArrayList<>();
  private final List<TensorBuffer> outputs = new ArrayList<>();
  private Map<String, OnnxTensor> fed = Map.of();
  private Map<String, OnnxTensor> given = Map.of();
  private double @Nullable [][] scratch;
  private int rows;

  RowBatch(List<Port> inputs, List<Port> outputs, int capacity) {
    this.capacity = capacity;
    inputs.forEach(port -> this.inputs.add(new TensorBuffer(port, capacity)));
    outputs.forEach(port -> this.outputs.add(new TensorBuffer(port, capacity)));
  }

  int capacity() {
    return capacity;
  }

  TensorBuffer input(int port) {
    return inputs.get(port);
  }

  TensorBuffer output(int port) {
    return outputs.get(port);
  }

  /** Returns memory for intermediate values, made at the first call for the whole capacity. */
  double[][] scratch(IntFunction<double[][]> fresh) {
    double[][] known = scratch;
    if (known == null) {
      known = fresh.apply(capacity);
      scratch = known;
    }
    return known;
  }

  /** Runs a model on the first rows. */
  void run(OnnxSession session, int count) {
    if (count != rows) {
      // Until both succeed, the old tensors may be closed and must not be used again.
      rows = 0;
      fed = tensors(inputs, count);
      given = tensors(outputs, count);
      rows = count;
    }
    session.run(fed, given);
  }

  @Override
  public void close() {
    inputs.forEach(TensorBuffer::close);
    outputs.forEach(TensorBuffer::close);
  }

  private static Map<String, OnnxTensor> tensors(List<TensorBuffer> buffers, int count) {
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    buffers.forEach(buffer -> tensors.put(buffer.port().name(), buffer.tensor(count)));
    return tensors;
  }
}
