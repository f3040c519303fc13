// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

/** The forms in which a network leaves NNCreator. */
enum ExportFormat {
  /** Raw row in, answer out, for any ONNX runtime. */
  ONNX,
  /** A program for {@code torch.jit.load}. */
  TORCHSCRIPT,
  /** The weights alone. */
  SAFETENSORS,
  /** Readable Python beside the weights. */
  PYTORCH;

  void write(io.nncreator.runtime.NeuralNetwork network, java.nio.file.Path out)
      throws java.io.IOException {}
}
