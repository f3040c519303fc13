// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.Ensemble;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.RawRows;
import io.nncreator.runtime.pipeline.ServingModel;
import io.nncreator.runtime.pipeline.TargetEncoding;
import io.nncreator.tck.random.RandomNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayName("Native memory")
class NativeMemoryIT {
  private static final long MEBIBYTE = 1 << 20;

  @Test
  @EnabledOnOs(OS.LINUX)
  @DisplayName("stays flat when sessions are opened, used and closed")
  void flat() throws IOException {
    RandomPipelines pipelines = new RandomPipelines(4, false);
    FeaturePipeline pipeline = pipelines.pipeline();
    TargetEncoding target = new TargetEncoding.Standardised(0, 1, false);
    RandomNetworks networks = new RandomNetworks(4);
    NetworkAssembly network = networks.network(pipeline.layout(), 1);
    Weights weights = networks.weights(network, 2);
    byte[] model =
        OnnxWriter.write(
            new ServingModel(pipeline, Ensemble.of(network), target), weights, Map.of());
    List<RawRows> batches =
        List.of(pipelines.rows(pipeline, 1, false), pipelines.rows(pipeline, 9_000, false));

    use(model, batches, 100);
    long before = residentBytes();
    use(model, batches, 100);
    assertThat(residentBytes() - before).isLessThan(16 * MEBIBYTE);
  }

  private static void use(byte[] model, List<RawRows> batches, int times) {
    for (int i = 0; i < times; i++) {
      try (ServingSession session = ServingSession.open(model)) {
        batches.forEach(session::values);
      }
    }
  }

  private static long residentBytes() throws IOException {
    System.gc();
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException("There is no VmRSS line.");
  }
}
