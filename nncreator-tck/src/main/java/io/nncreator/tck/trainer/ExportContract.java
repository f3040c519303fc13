// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ProviderException;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.spi.Trainer.Capability;
import io.nncreator.tck.random.RandomNetworks;
import io.nncreator.tck.reference.LossGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It writes a whole TorchScript archive or none, or says that it does not. */
public interface ExportContract extends TrainerUnderTest {
  /** A ZIP file, nothing beside it, also over an older one. */
  @Test
  @DisplayName("writes TorchScript whole, or refuses without the capability")
  default void exportsOrRefuses(@TempDir Path folder) throws IOException {
    NetworkAssembly network = new RandomNetworks(31).network();
    Graph graph = LossGraph.of(network);
    Weights weights = new RandomNetworks(32).weights(network, 2);
    Path file = folder.resolve("network.pt");
    if (!trainer().capabilities().contains(Capability.TORCHSCRIPT)) {
      assertThatThrownBy(() -> trainer().exportTorchScript(graph, weights, file))
          .isInstanceOfSatisfying(
              ProviderException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.PROVIDER_UNSUPPORTED));
      assertThat(names(folder)).isEmpty();
      return;
    }
    Files.writeString(file, "an older file");
    trainer().exportTorchScript(graph, weights, file);
    assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
    assertThat(names(folder)).containsExactly("network.pt");
  }

  /** Nothing is left where nothing can be written. */
  @Test
  @DisplayName("leaves nothing behind when TorchScript cannot be written")
  default void leavesNothingBehind(@TempDir Path folder) throws IOException {
    if (!trainer().capabilities().contains(Capability.TORCHSCRIPT)) {
      return;
    }
    NetworkAssembly network = new RandomNetworks(33).network();
    Weights weights = new RandomNetworks(34).weights(network, 1);
    Path file = Files.writeString(folder.resolve("file"), "not a folder").resolve("network.pt");
    assertThatThrownBy(() -> trainer().exportTorchScript(LossGraph.of(network), weights, file))
        .isInstanceOf(IOException.class);
    assertThat(names(folder)).containsExactly("file");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
