// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Runs a model whose inputs and outputs are matrices on any number of rows, block by block, with
 * memory that is kept for later calls. Thread-safe.
 */
final class RowRunner implements AutoCloseable {
  private static final int BLOCK_ROWS = 4096;
  private static final int BLOCK_ELEMENTS = 1 << 18;
  private static final int KEPT = Math.max(2, Runtime.getRuntime().availableProcessors());

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
  private final BlockingQueue<RowBatch> singles = new ArrayBlockingQueue<>(KEPT);
  private final BlockingQueue<RowBatch> blocks = new ArrayBlockingQueue<>(KEPT);
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
    if (rows == 0) {
      return;
    }
    BlockingQueue<RowBatch> idle = rows == 1 ? singles : blocks;
    RowBatch batch = batch(idle, Math.min(rows, blockRows));
    try {
      for (int start = 0; start < rows; start += batch.capacity()) {
        int count = Math.min(batch.capacity(), rows - start);
        block.fill(batch, start, count);
        batch.run(session, count);
        block.take(batch, start, count);
      }
    } finally {
      if (!idle.offer(batch)) {
        batch.close();
      }
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

  /** Returns memory for at least some rows, kept or new. */
  private RowBatch batch(BlockingQueue<RowBatch> idle, int rows) {
    RowBatch kept = idle.poll();
    if (kept != null && kept.capacity() >= rows) {
      return kept;
    }
    if (kept != null) {
      kept.close();
    }
    int capacity = rows == 1 ? 1 : Math.min(blockRows, Integer.highestOneBit(rows - 1) << 1);
    return new RowBatch(inputs, outputs, capacity);
  }

  private void release() {
    for (BlockingQueue<RowBatch> idle : List.of(singles, blocks)) {
      for (RowBatch batch = idle.poll(); batch != null; batch = idle.poll()) {
        batch.close();
      }
    }
  }
}
