// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Runs a model whose inputs and outputs are matrices on any number of rows, block by block, with
 * memory that is kept for later calls. Thread-safe.
 */
final class RowRunner implements AutoCloseable {
  private static final int BLOCK_ROWS = 4096;
  private static final int BLOCK_ELEMENTS = 1 << 18;

  /** What is done before and after each block is run. */
  interface Block {
    /** Fills the inputs with {@code count} rows from {@code start} on. */
    void fill(RowBatch batch, int start, int count);

    /** Takes the outputs of {@code count} rows from {@code start} on. */
    void take(RowBatch batch, int start, int count);
  }

  private final OnnxSession session;
  private final List<Port> inputs;
  private final List<Port> outputs;
  private final int blockRows;
  private final ConcurrentLinkedDeque<RowBatch> singles = new ConcurrentLinkedDeque<>();
  private final ConcurrentLinkedDeque<RowBatch> blocks = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  RowRunner(byte[] model, List<Port> inputs, List<Port> outputs) {
    this.session = OnnxSession.open(model);
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    int widest = 1;
    for (List<Port> ports : List.of(inputs, outputs)) {
      for (Port port : ports) {
        widest = Math.max(widest, port.elements(1));
      }
    }
    this.blockRows = Math.max(1, Math.min(BLOCK_ROWS, BLOCK_ELEMENTS / widest));
  }

  void run(int rows, Block block) {
    boolean single = rows == 1;
    ConcurrentLinkedDeque<RowBatch> idle = single ? singles : blocks;
    RowBatch batch = idle.pollFirst();
    if (batch == null) {
      batch = new RowBatch(inputs, outputs, single ? 1 : blockRows);
    }
    try {
      for (int start = 0; start < rows; start += batch.capacity()) {
        int count = Math.min(batch.capacity(), rows - start);
        block.fill(batch, start, count);
        batch.run(session, count);
        block.take(batch, start, count);
      }
    } finally {
      idle.addFirst(batch);
      if (closed) {
        release();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    session.close();
    release();
  }

  private void release() {
    for (ConcurrentLinkedDeque<RowBatch> idle : List.of(singles, blocks)) {
      for (RowBatch batch = idle.pollFirst(); batch != null; batch = idle.pollFirst()) {
        batch.close();
      }
    }
  }
}
