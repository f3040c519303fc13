// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.nncreator.api.graph.DType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Native memory for up to some rows of one port, shared with ONNX Runtime without copies and used
 * again and again. Not thread-safe.
 */
final class TensorBuffer implements AutoCloseable {
  private final Port port;
  private final ByteBuffer memory;
  private @Nullable OnnxTensor tensor;
  private int rows;

  TensorBuffer(Port port, int capacity) {
    this.port = port;
    int width = port.dtype() == DType.F32 ? Float.BYTES : Long.BYTES;
    this.memory =
        ByteBuffer.allocateDirect(Math.multiplyExact(width, port.elements(capacity)))
            .order(ByteOrder.nativeOrder());
  }

  Port port() {
    return port;
  }

  FloatBuffer floats() {
    return memory.asFloatBuffer();
  }

  DoubleBuffer doubles() {
    return memory.asDoubleBuffer();
  }

  LongBuffer longs() {
    return memory.asLongBuffer();
  }

  /** Writes the first elements, given as 64-bit floats that the element type can hold. */
  void put(double[] elements, int count) {
    switch (port.dtype()) {
      case F32 -> {
        FloatBuffer to = floats();
        for (int i = 0; i < count; i++) {
          to.put(i, (float) elements[i]);
        }
      }
      case F64 -> doubles().put(0, elements, 0, count);
      case I64 -> {
        LongBuffer to = longs();
        for (int i = 0; i < count; i++) {
          to.put(i, (long) elements[i]);
        }
      }
      case BOOL -> throw new IllegalStateException("No port has the type BOOL.");
    }
  }

  /** Returns the first rows of the memory as a tensor. */
  OnnxTensor tensor(int wanted) {
    OnnxTensor known = tensor;
    if (known != null && rows == wanted) {
      return known;
    }
    close();
    try {
      OnnxTensor fresh = create(port.elements(wanted), port.dims(wanted));
      tensor = fresh;
      rows = wanted;
      return fresh;
    } catch (OrtException e) {
      throw OnnxSession.failure("hold " + wanted + " rows", "memory is short", e);
    }
  }

  @Override
  public void close() {
    if (tensor != null) {
      tensor.close();
      tensor = null;
    }
  }

  private OnnxTensor create(int elements, long[] dims) throws OrtException {
    OrtEnvironment environment = OnnxSession.environment();
    return switch (port.dtype()) {
      case F32 -> OnnxTensor.createTensor(environment, floats().limit(elements), dims);
      case F64 -> OnnxTensor.createTensor(environment, doubles().limit(elements), dims);
      case I64 -> OnnxTensor.createTensor(environment, longs().limit(elements), dims);
      case BOOL -> throw new IllegalStateException("No port has the type BOOL.");
    };
  }
}
