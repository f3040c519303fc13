// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PyTorch as Python people run it, in a process of its own that waits for each round. */
final class PythonTraining implements Contest.Side, AutoCloseable {
  private static final String INTERPRETER = "NNC_PYTHON";

  private final int epochs;
  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;
  private final String software;

  private PythonTraining(int epochs, Process process, String software) {
    this.epochs = epochs;
    this.process = process;
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.software = software;
  }

  /** Starts the interpreter; empty, with the reason on standard error, if it has no PyTorch. */
  static Optional<PythonTraining> start(Perceptron network, int epochs) throws IOException {
    String python = System.getenv().getOrDefault(INTERPRETER, "/usr/bin/python3");
    ProcessBuilder command =
        new ProcessBuilder(
            List.of(
                python,
                Repository.file("benchmarks/src/main/python/eager.py").toString(),
                String.valueOf(network.inputs()),
                String.valueOf(network.hidden()),
                String.valueOf(network.layers()),
                String.valueOf(network.classes()),
                String.valueOf(network.batch()),
                String.valueOf(network.stepsPerEpoch())));
    command
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .environment()
        .putAll(Map.of("OMP_NUM_THREADS", "1", "MKL_NUM_THREADS", "1"));
    try {
      Process process = command.start();
      String software = process.inputReader(StandardCharsets.UTF_8).readLine();
      if (software != null) {
        return Optional.of(new PythonTraining(epochs, process, software));
      }
    } catch (IOException e) {
      // There is no such interpreter, which is said below.
    }
    System.err.println(
        "Left out: " + python + " has no PyTorch. Maybe set " + INTERPRETER + " to one that has.");
    return Optional.empty();
  }

  /** Returns the version of PyTorch and the form of Adam that it has. */
  String software() {
    return software;
  }

  @Override
  public Effort round() throws IOException {
    in.write(epochs + "\n");
    in.flush();
    String line = out.readLine();
    if (line == null) {
      throw new IOException("The Python process has ended.");
    }
    String[] micros = line.split(" ");
    return new Effort(Double.parseDouble(micros[0]), Double.parseDouble(micros[1]), 0);
  }

  @Override
  public void close() throws IOException {
    in.close();
    process.destroy();
  }
}
