// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ProviderException;
import io.nncreator.runtime.bundle.NetworkBundle;
import io.nncreator.runtime.export.PyTorchExport;
import io.nncreator.runtime.weights.Safetensors;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The forms in which a network leaves NNCreator. */
enum ExportFormat {
  /** Raw row in, answer out, for any ONNX runtime. */
  ONNX {
    @Override
    void write(NetworkBundle bundle, Path out) throws IOException {
      NewFile.write(out, file -> file.write(bundle.onnx()));
    }
  },
  /** A program for {@code torch.jit.load}. */
  TORCHSCRIPT {
    @Override
    void write(NetworkBundle bundle, Path out) throws IOException {
      byte[] program = bundle.torchScript();
      if (program == null) {
        throw new ProviderException(
            ErrorCode.PROVIDER_UNSUPPORTED,
            "The network ("
                + bundle.id()
                + ") was made without a TorchScript program. Maybe export pytorch or onnx.");
      }
      NewFile.write(out, file -> file.write(program));
    }
  },
  /** The weights alone. */
  SAFETENSORS {
    @Override
    void write(NetworkBundle bundle, Path out) throws IOException {
      NewFile.write(out, (OutputStream file) -> Safetensors.write(bundle.weights(), file));
    }
  },
  /** Readable Python beside the weights, in a new folder. */
  PYTORCH {
    @Override
    void write(NetworkBundle bundle, Path out) {
      PyTorchExport.write(bundle, out);
    }
  };

  /** Writes a network to a path where nothing is yet. */
  abstract void write(NetworkBundle bundle, Path out) throws IOException;
}
