// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import ai.djl.ndarray.types.DataType;
import io.nncreator.api.training.RowChunks;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingRows;
import io.nncreator.djl.internal.engine.ScriptModule;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encoded rows in native memory, and behind them room for one chunk. Modules read it in place, so
 * it must live as long as each module that got it, and a chunk that is put here is what the next
 * call sees.
 */
final class NativeRows {
  private static final int NONE = -1;

  private final int own;
  private final int count;
  private final @Nullable RowChunks chunks;
  private int loaded = NONE;

  /** In the order of the program's inputs. */
  private final List<Column> columns = new ArrayList<>();

  private record Column(ByteBuffer memory, DataType type, int width) {
    static Column of(DataType type, int rows, int width) {
      return new Column(
          TrainingProgram.direct((long) rows * width * type.getNumOfBytes()), type, width);
    }
  }

  /** Copies the rows of a request. */
  NativeRows(TrainingRequest request) {
    TrainingRows data = request.rows();
    this.chunks = request.chunks();
    this.own = data.rows();
    this.count = Math.addExact(own, room(chunks));
    int categories = data.layout().cardinalities().size();
    if (data.layout().numeric() > 0) {
      columns.add(Column.of(DataType.FLOAT32, count, data.layout().numeric()));
    }
    if (categories > 0) {
      columns.add(Column.of(DataType.INT64, count, categories));
    }
    columns.add(Column.of(data.classification() ? DataType.INT64 : DataType.FLOAT32, count, 1));
    put(data, 0);
  }

  private static int room(@Nullable RowChunks chunks) {
    int room = 0;
    for (int chunk = 0; chunks != null && chunk < chunks.count(); chunk++) {
      room = Math.max(room, chunks.rows(chunk));
    }
    return room;
  }

  /** Adds the rows to the arguments of a call. */
  void pass(ScriptModule.Call call) {
    for (Column column : columns) {
      call.with("data", column.memory(), column.type(), count, column.width());
    }
  }

  /** Puts a chunk behind the rows, in place of the chunk before; without chunks, does nothing. */
  void load(int chunk) {
    if (chunks != null && loaded != chunk) {
      loaded = NONE;
      put(chunks.read(chunk), own);
      loaded = chunk;
    }
  }

  private void put(TrainingRows rows, int at) {
    int next = 0;
    if (rows.layout().numeric() > 0) {
      put(columns.get(next++), at, rows.numeric());
    }
    if (!rows.layout().cardinalities().isEmpty()) {
      Column codes = columns.get(next++);
      codes.memory().asLongBuffer().position(at * codes.width()).put(rows.codes());
    }
    if (rows.classification()) {
      LongBuffer labels = columns.get(next).memory().asLongBuffer().position(at);
      for (int label : rows.labels()) {
        labels.put(label);
      }
    } else {
      put(columns.get(next), at, rows.values());
    }
  }

  private static void put(Column column, int at, float[] values) {
    FloatBuffer to = column.memory().asFloatBuffer();
    to.position(at * column.width()).put(values);
  }
}
