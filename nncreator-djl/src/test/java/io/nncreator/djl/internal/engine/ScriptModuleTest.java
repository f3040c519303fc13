// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.UnaryKind;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.graph.Weights;
import io.nncreator.djl.internal.torchscript.ServingScript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptModuleTest {
  @Test
  void loadingLeavesNothingAmongTheTemporaryFiles() throws IOException {
    byte[] archive = archive();
    try (EngineThread thread = EngineThread.enter()) {
      thread.load(archive).close();
      Set<Path> before = temporary();
      for (int i = 0; i < 3; i++) {
        thread.load(archive).close();
      }
      assertThat(temporary()).isEqualTo(before);
    }
  }

  @Test
  void whatIsNoProgramIsRefused() {
    try (EngineThread thread = EngineThread.enter()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> thread.load(new byte[] {1, 2, 3}))
          .withMessageStartingWith("The program does not load");
    }
  }

  private static Set<Path> temporary() throws IOException {
    Path probe = Files.createTempFile("probe", null);
    Files.delete(probe);
    try (Stream<Path> files = Files.list(probe.getParent())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("pt-model"))
          .collect(Collectors.toSet());
    }
  }

  private static byte[] archive() throws IOException {
    GraphBuilder graph = new GraphBuilder();
    Value x = graph.input("x", new TensorType(DType.F32, Shape.rows(2), false));
    graph.output("y", graph.unary(UnaryKind.TANH, x));
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    ServingScript.of(graph.build(), new Weights(1, Map.of())).writeTo(archive);
    return archive.toByteArray();
  }
}
