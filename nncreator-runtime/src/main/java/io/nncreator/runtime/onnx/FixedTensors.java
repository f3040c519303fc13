// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.api.graph.DType;
import io.nncreator.runtime.onnx.ProtobufReader.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The small fixed tensors of a model: rows that stand for all rows, and places in them. */
final class FixedTensors {
  private static final int MOST_BYTES = 1 << 16;

  /** Whole numbers up to here are 64-bit floats as well. */
  private static final long EXACT = 1L << 53;

  private final Map<String, Row> rows = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();

  /** A matrix of one row. */
  @SuppressWarnings("ArrayRecordComponent")
  record Row(DType dtype, double[] elements) {}

  /** Takes those of some initializers that are small and of the right shape. */
  FixedTensors(List<Field> initializers) {
    initializers.forEach(this::read);
  }

  /** Returns a matrix of one row, or null. */
  @Nullable Row row(String name) {
    return rows.get(name);
  }

  /** Returns the number in a vector of one. */
  OptionalInt place(String name) {
    Integer place = places.get(name);
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  private void read(Field initializer) {
    List<Long> dims = new ArrayList<>();
    String name = "";
    long type = 0;
    byte[] raw = {};
    for (Field field : initializer.message()) {
      switch (field.number()) {
        case OnnxFields.TENSOR_DIM -> dims.add(field.integer());
        case OnnxFields.TENSOR_TYPE -> type = field.integer();
        case OnnxFields.TENSOR_NAME -> name = field.text();
        case OnnxFields.TENSOR_RAW -> raw = field.content();
        default -> {}
      }
    }
    if (raw.length == 0 || raw.length > MOST_BYTES) {
      return;
    }
    Row row = row(type, ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN));
    if (row != null && dims.size() == 2 && dims.get(0) == 1) {
      rows.put(name, row);
    } else if (row != null && row.dtype() == DType.I64 && dims.equals(List.of(1L))) {
      places.put(name, (int) row.elements()[0]);
    }
  }

  private static @Nullable Row row(long type, ByteBuffer raw) {
    int bytes = raw.remaining();
    if (type == ElementType.FLOAT.code()) {
      double[] elements = new double[bytes / Float.BYTES];
      Arrays.setAll(elements, i -> raw.getFloat(i * Float.BYTES));
      return new Row(DType.F32, elements);
    }
    double[] elements = new double[bytes / Long.BYTES];
    if (type == ElementType.DOUBLE.code()) {
      Arrays.setAll(elements, i -> raw.getDouble(i * Double.BYTES));
      return new Row(DType.F64, elements);
    }
    Arrays.setAll(elements, i -> raw.getLong(i * Long.BYTES));
    boolean exact = Arrays.stream(elements).allMatch(x -> Math.abs(x) < EXACT);
    return type == ElementType.INT64.code() && exact ? new Row(DType.I64, elements) : null;
  }
}
