// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import io.nncreator.cli.report.ExitCode;
import io.nncreator.runtime.bundle.BundleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a network in a form that other programs read. */
@Command(
    name = "export",
    description = {
      "Write a network in a form that other programs read:",
      "  onnx         one file, raw row in, answer out, for ONNX Runtime of any language",
      "  torchscript  one file for torch.jit.load",
      "  safetensors  one file with the weights",
      "  pytorch      a folder with readable Python (model.py) and the weights"
    })
public final class ExportCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private final NetworkArgument network = new NetworkArgument();

  @Option(
      names = {"-f", "--format"},
      required = true,
      paramLabel = "FORMAT",
      description = "onnx, torchscript, safetensors or pytorch.")
  private ExportFormat format = ExportFormat.ONNX;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "PATH",
      description = "New file, or new folder for pytorch.")
  private Path out = Path.of("");

  /** Creates the command. */
  public ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    format.write(BundleReader.read(network.bundle()), out);
    surroundings.terminal().err().println("Wrote " + out);
    return ExitCode.DONE;
  }
}
