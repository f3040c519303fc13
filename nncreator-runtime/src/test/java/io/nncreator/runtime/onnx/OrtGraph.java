// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.nncreator.api.graph.Tensor;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs ONNX bytes by ONNX Runtime's own Java interface, as a stranger would. */
final class OrtGraph {
  private OrtGraph() {}

  static Map<String, Object> run(byte[] model, Map<String, Object> inputs) throws OrtException {
    OrtEnvironment environment = OnnxSession.environment();
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    try (OrtSession session = environment.createSession(model)) {
      for (Map.Entry<String, Object> input : inputs.entrySet()) {
        tensors.put(input.getKey(), tensor(environment, input.getValue()));
      }
      Map<String, Object> outputs = new LinkedHashMap<>();
      try (OrtSession.Result result = session.run(tensors)) {
        for (Map.Entry<String, ai.onnxruntime.OnnxValue> output : result) {
          outputs.put(output.getKey(), content((OnnxTensor) output.getValue()));
        }
      }
      return outputs;
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  /** A tensor is fed as it is; an array is fed as one column. */
  private static OnnxTensor tensor(OrtEnvironment environment, Object value) throws OrtException {
    if (value instanceof double[] cells) {
      return OnnxTensor.createTensor(
          environment, DoubleBuffer.wrap(cells), new long[] {cells.length, 1});
    }
    if (value instanceof String[] cells) {
      return OnnxTensor.createTensor(environment, cells, new long[] {cells.length, 1});
    }
    Tensor tensor = (Tensor) value;
    return switch (tensor.dtype()) {
      case F32 ->
          OnnxTensor.createTensor(environment, FloatBuffer.wrap(tensor.floats()), tensor.dims());
      case F64 ->
          OnnxTensor.createTensor(environment, DoubleBuffer.wrap(tensor.doubles()), tensor.dims());
      case I64 ->
          OnnxTensor.createTensor(environment, LongBuffer.wrap(tensor.longs()), tensor.dims());
      case BOOL -> throw new IllegalArgumentException("There is no tensor of type BOOL.");
    };
  }

  private static Object content(OnnxTensor tensor) throws OrtException {
    return switch (tensor.getInfo().type) {
      case FLOAT -> {
        float[] floats = new float[tensor.getFloatBuffer().remaining()];
        tensor.getFloatBuffer().get(floats);
        double[] doubles = new double[floats.length];
        for (int i = 0; i < floats.length; i++) {
          doubles[i] = floats[i];
        }
        yield doubles;
      }
      case DOUBLE -> {
        double[] doubles = new double[tensor.getDoubleBuffer().remaining()];
        tensor.getDoubleBuffer().get(doubles);
        yield doubles;
      }
      case INT64 -> tensor.getLongBuffer().asReadOnlyBuffer();
      default -> tensor.getValue();
    };
  }
}
