// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import ai.djl.ndarray.types.DataType;
import io.nncreator.api.training.TrainingRows;
import io.nncreator.djl.internal.engine.ScriptModule;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Encoded rows in native memory. Modules read it in place, so it must live as long as each module
 * that got it.
 */
final class NativeRows {
  private final int count;

  /** In the order of the program's inputs. */
  private final List<Column> columns = new ArrayList<>();

  private record Column(ByteBuffer memory, DataType type, int width) {}

  NativeRows(TrainingRows data) {
    this.count = data.rows();
    int categories = data.layout().cardinalities().size();
    if (data.layout().numeric() > 0) {
      floats(data.numeric(), data.layout().numeric());
    }
    if (categories > 0) {
      longs(data.codes(), categories);
    }
    if (data.classification()) {
      longs(Arrays.stream(data.labels()).asLongStream().toArray(), 1);
    } else {
      floats(data.values(), 1);
    }
  }

  /** Adds the rows to the arguments of a call. */
  void pass(ScriptModule.Call call) {
    for (Column column : columns) {
      call.with("data", column.memory(), column.type(), count, column.width());
    }
  }

  private void floats(float[] values, int width) {
    ByteBuffer buffer = TrainingProgram.direct((long) values.length * Float.BYTES);
    buffer.asFloatBuffer().put(values);
    columns.add(new Column(buffer, DataType.FLOAT32, width));
  }

  private void longs(long[] values, int width) {
    ByteBuffer buffer = TrainingProgram.direct((long) values.length * Long.BYTES);
    buffer.asLongBuffer().put(values);
    columns.add(new Column(buffer, DataType.INT64, width));
  }
}
