// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.nncreator.api.graph.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A loaded TorchScript module and the native memory of its arguments. Not thread-safe; used on a
 * thread that has {@linkplain EngineThread#enter entered} the engine.
 */
public final class ScriptModule implements AutoCloseable {
  private final NDManager manager;
  private final PtSymbolBlock block;

  private ScriptModule(NDManager manager, PtSymbolBlock block) {
    this.manager = manager;
    this.block = block;
  }

  /**
   * Loads an archive. DJL's {@code Model} would make a folder for each in the system's folder for
   * temporary files, to be deleted when the JVM exits.
   */
  static ScriptModule load(byte[] archive) {
    NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    try {
      PtSymbolBlock block =
          JniUtils.loadModule(
              (PtNDManager) manager, new ByteArrayInputStream(archive), false, false);
      block.freezeParameters(true);
      return new ScriptModule(manager, block);
    } catch (IOException e) {
      manager.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      manager.close();
      throw new IllegalStateException("The program does not load: " + e.getMessage(), e);
    }
  }

  /** Opens the arguments of one call; closing them frees their native memory. */
  public Call call(String method) {
    return new Call(method);
  }

  @Override
  public void close() {
    block.close();
    manager.close();
  }

  /** One call of a method: its arguments in order, then its results. */
  public final class Call implements AutoCloseable {
    private final NDManager arrays = manager.newSubManager();
    private final NDList arguments = new NDList();
    private final String method;

    private Call(String method) {
      this.method = method;
    }

    /** Adds a tensor. */
    public Call with(Tensor tensor) {
      arguments.add(create(tensor));
      return this;
    }

    /** Adds a tensor that reads a buffer; a direct one is not copied. */
    public Call with(Buffer buffer, DataType type, long... dims) {
      arguments.add(arrays.create(buffer, new Shape(dims), type));
      return this;
    }

    /** Adds a whole number as a tensor without axes. */
    public Call with(long number) {
      arguments.add(arrays.create(number));
      return this;
    }

    /** Adds tensors to a named list; lists come in the order of their first elements. */
    public Call with(String list, List<Tensor> tensors) {
      tensors.forEach(tensor -> add(list, create(tensor)));
      return this;
    }

    /** Adds a tensor that reads a buffer to a named list. */
    public Call with(String list, Buffer buffer, DataType type, long... dims) {
      add(list, arrays.create(buffer, new Shape(dims), type));
      return this;
    }

    /** Runs the method and returns its tensor or tensors. */
    public List<Tensor> run() {
      NDArray name = arrays.create(0f);
      name.setName("module_method:" + method);
      arguments.add(name);
      NDList results = IValueUtils.forward(block, arguments, true);
      results.attach(arrays);
      List<Tensor> tensors = new ArrayList<>();
      results.forEach(result -> tensors.add(read(result)));
      return tensors;
    }

    @Override
    public void close() {
      arrays.close();
    }

    private void add(String list, NDArray array) {
      array.setName(list + "[]");
      arguments.add(array);
    }

    private NDArray create(Tensor tensor) {
      Shape shape = new Shape(tensor.dims());
      return switch (tensor.dtype()) {
        case F32 -> arrays.create(tensor.floats(), shape);
        case F64 -> arrays.create(tensor.doubles(), shape);
        case I64 -> arrays.create(tensor.longs(), shape);
        case BOOL -> throw new IllegalArgumentException("There is no tensor of type BOOL.");
      };
    }

    private Tensor read(NDArray array) {
      long[] dims = array.getShape().getShape();
      return switch (array.getDataType()) {
        case FLOAT32 -> Tensor.of(array.toFloatArray(), dims);
        case FLOAT64 -> Tensor.of(array.toDoubleArray(), dims);
        case INT64 -> Tensor.of(array.toLongArray(), dims);
        default ->
            throw new IllegalStateException(
                "A program gave a tensor of type " + array.getDataType() + ".");
      };
    }
  }
}
