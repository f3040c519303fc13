// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.error.BundleException;
import io.nncreator.api.network.Attention;
import io.nncreator.api.network.BatchEnsemble;
import io.nncreator.api.network.Gru;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.Linear;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.network.Reshape;
import io.nncreator.api.network.SubmodelScale;
import io.nncreator.api.network.TakeStep;
import io.nncreator.runtime.bundle.Bundles;
import io.nncreator.tck.fixture.Snake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A network as PyTorch code")
class PyTorchExportTest {
  @TempDir Path folder;

  @Test
  @DisplayName("reads as a person would write it")
  void readable() throws IOException {
    Path place = folder.resolve("port");
    PyTorchExport.write(Bundles.classification(), place);
    assertThat(Files.readString(place.resolve("model.py")))
        .contains(
            """
            class Body(nn.Module):
                \"""The layers between stem and head.\"""

                def __init__(self, members):
                    super().__init__()
                    self.hidden = Linear(members, 18, 6)
                    self.norm = LayerNorm(members, 6, 1.0E-5)

                def forward(self, features):
                    hidden = self.hidden(features)
                    norm = self.norm(hidden)
                    bend = F.mish(norm)
                    return bend
            """)
        .contains(
            """
                    self.stem = Stem(members, [(5, 2)])
                    self.body = Body(members)
                    self.head = Linear(members, 6, 3)
            """)
        .contains("RENAMED = {}");
  }

  @Test
  @DisplayName("reads as a person would write it with series, too")
  void readableSeries() throws IOException {
    NetworkSpec body =
        new NetworkSpec(
            "series",
            1,
            List.of(
                new LayerNode("wide", new Linear(8), List.of("features")),
                new LayerNode("steps", new Reshape(4, -1), List.of("wide")),
                new LayerNode("memory", new Gru(5, true, false), List.of("steps")),
                new LayerNode("mix", new Attention(5), List.of("memory")),
                new LayerNode("last", new TakeStep(-1), List.of("mix"))));
    Path place = folder.resolve("series");
    PyTorchExport.write(Bundles.with(Bundles.classification(), body, 1), place);
    assertThat(Files.readString(place.resolve("model.py")))
        .contains(
            """
                    self.memory = Gru(members, 2, 5, True, False)
                    self.mix = Attention(members, 5, 5, False)
            """)
        .contains(
            """
                    wide = self.wide(features)
                    steps = wide.unflatten(-1, (4, -1))
                    memory = self.memory(steps)
                    mix = self.mix(memory)
                    last = mix.select(-2, -1)
                    return last
            """);
  }

  @Test
  @DisplayName("reads as a person would write it with submodels, too")
  void readableSubmodels() throws IOException {
    NetworkSpec body =
        new NetworkSpec(
            "submodels",
            1,
            List.of(
                new LayerNode("views", new SubmodelScale(4), List.of("features")),
                new LayerNode("shared", new BatchEnsemble(8, 4), List.of("views"))),
            null,
            null,
            4);
    Path place = folder.resolve("submodels");
    PyTorchExport.write(Bundles.with(Bundles.classification(), body, 1), place);
    assertThat(Files.readString(place.resolve("model.py")))
        .contains(
            """
                    self.views = SubmodelScale(members, 4, 17)
                    self.shared = BatchEnsemble(members, 4, 17, 8, False)
            """)
        .contains(
            """
                    self.head = SubmodelClasses(members, 4, 8, 3)
            """);
  }

  @Test
  @DisplayName("holds no text of the user")
  void foreign() throws IOException {
    Path place = folder.resolve("foreign");
    PyTorchExport.write(Bundles.classification(), place);
    assertThat(Files.readString(place.resolve("model.py")))
        .doesNotContain("Queens")
        .doesNotContain("cabin")
        .doesNotContain("The port");
  }

  @Test
  @DisplayName("gives names that Python keeps for itself an underscore")
  void reserved() throws IOException {
    NetworkSpec body =
        new NetworkSpec(
            "odd",
            1,
            List.of(
                new LayerNode("lambda", new Linear(3), List.of("features")),
                new LayerNode("train", new Snake(0.5), List.of("lambda"))));
    Path place = folder.resolve("odd");
    PyTorchExport.write(Bundles.with(Bundles.regression(), body, 1), place);
    assertThat(Files.readString(place.resolve("model.py")))
        .contains("        train_ = self.train_(lambda_)\n")
        .contains("\"body.train.frequency\": \"body.train_.parameter0\",")
        .contains("class Layer_train(nn.Module):");
  }

  @Test
  @DisplayName("is never written over something")
  void exists() {
    assertThatThrownBy(() -> PyTorchExport.write(Bundles.regression(), folder))
        .isInstanceOf(BundleException.class);
  }

  @Test
  @DisplayName("escapes what is not plain ASCII")
  void literals() {
    assertThat(PythonText.literal("a\"\\\n\u00e9\uD83D\uDE00"))
        .isEqualTo("\"a\\u0022\\u005c\\u000a\\u00e9\\ud83d\\ude00\"");
  }
}
