// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.ConstantRate;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.SquaredError;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.tck.random.RandomNetworks;
import io.nncreator.tck.random.RandomRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A training frees its native memory")
class NativeMemoryIT {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int ROWS = 20_000;

  @Test
  @DisplayName("so that thirty trainings take no more than one")
  void freesMemory() throws IOException {
    assumeThat(STATUS).exists();
    TrainingRequest request = request();
    for (int i = 0; i < 5; i++) {
      TrainingRun.of(request, TrainingObserver.NONE);
    }
    NDManager any = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    NDManager system = any.getParentManager();
    any.close();
    int managed = system.getManagedArrays().size();
    long before = residentBytes();
    for (int i = 0; i < 30; i++) {
      TrainingRun.of(request, TrainingObserver.NONE);
    }
    assertThat(system.getManagedArrays()).hasSize(managed);
    // Each training holds 8 MB of rows: thirty leaks of them would take 240 MB. Heap, compiled code
    // and what the allocators keep take a few dozen.
    assertThat(residentBytes() - before).isLessThan(80L << 20);
  }

  private static TrainingRequest request() {
    NetworkAssembly network;
    RandomNetworks networks = new RandomNetworks(12);
    do {
      network = networks.network(1);
    } while (network.layout().numeric() == 0);
    TrainingRecipe recipe =
        new TrainingRecipe(
            new SquaredError(), new AdamW(0), new ConstantRate(), 0.001, 4096, 1, 0, 0);
    Member member =
        new Member(
            IntStream.range(0, ROWS / 2).toArray(), IntStream.range(ROWS / 2, ROWS).toArray(), 1);
    return new TrainingRequest(
        network, recipe, new RandomRows(1).valued(network.layout(), ROWS), List.of(member), null);
  }

  private static long residentBytes() throws IOException {
    System.gc();
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElseThrow();
  }
}
