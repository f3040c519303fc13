// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.error.BundleException;
import io.nncreator.api.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A bundle")
class BundleRoundTripTest {
  @TempDir Path folder;

  @Test
  @DisplayName("comes back from a folder and from a zip file as it was")
  void roundTrip() {
    for (NetworkBundle bundle : List.of(Bundles.classification(), Bundles.regression())) {
      Path place = folder.resolve(bundle.id());
      Path zip = folder.resolve(bundle.id() + ".zip");
      BundleWriter.write(bundle, place);
      BundleWriter.writeZip(bundle, zip);
      assertThat(BundleReader.read(place)).usingRecursiveComparison().isEqualTo(bundle);
      assertThat(BundleReader.read(zip)).usingRecursiveComparison().isEqualTo(bundle);
    }
  }

  @Test
  @DisplayName("leaves nothing but itself in the folder around it")
  void clean() throws IOException {
    BundleWriter.write(Bundles.regression(), folder.resolve("deep/er/price"));
    assertThat(names(folder.resolve("deep/er"))).containsExactly("price");
    assertThat(names(folder.resolve("deep/er/price")))
        .containsExactlyInAnyOrder(
            "manifest.json",
            "manifest.json.sha256",
            "task.json",
            "schema.json",
            "network.json",
            "pipeline.json",
            "weights.safetensors",
            "model.onnx",
            "metrics.json",
            "provenance.json",
            "golden.json",
            "README.md");
  }

  @Test
  @DisplayName("is never written over something")
  void exists() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    assertThatThrownBy(() -> BundleWriter.write(Bundles.regression(), taken))
        .isInstanceOfSatisfying(
            BundleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BUNDLE_UNWRITABLE))
        .hasMessageContaining("Maybe choose another name");
    assertThat(names(taken)).isEmpty();
  }

  @Test
  @DisplayName("of a newer format says so")
  void tooNew() throws IOException {
    Path place = folder.resolve("newer");
    BundleWriter.write(Bundles.regression(), place);
    Path manifest = place.resolve("manifest.json");
    String text = Files.readString(manifest).replace("\"format\" : 2", "\"format\" : 3");
    Files.writeString(manifest, text);
    Files.write(
        place.resolve("manifest.json.sha256"),
        Sha256.checksumFile(text.getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> BundleReader.read(place))
        .isInstanceOfSatisfying(
            BundleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BUNDLE_TOO_NEW))
        .hasMessageContaining("has format 3, this version reads up to 2");
  }

  @Test
  @DisplayName("that is not there is named")
  void absent() {
    assertThatThrownBy(() -> BundleReader.read(folder.resolve("nowhere")))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  @DisplayName("in an archive cannot reach files outside")
  void zipSlip() throws IOException {
    Path zip = folder.resolve("evil.zip");
    BundleWriter.writeZip(Bundles.regression(), zip);
    Path outside = folder.resolve("outside.txt");
    try (FileSystem files = FileSystems.newFileSystem(zip)) {
      Files.writeString(files.getPath("outside.txt"), "x");
    }
    BundleReader.read(zip);
    assertThat(outside).doesNotExist();
  }

  @Test
  @DisplayName("describes itself without letting foreign text become markup")
  void card() throws IOException {
    Path place = folder.resolve("card");
    BundleWriter.write(Bundles.classification(), place);
    assertThat(place.resolve("README.md"))
        .content()
        .contains("`Queens'town\\|`", "> Predict the port of a passenger. \\# not a heading\n")
        .contains("| **this network** | 0.8000 | 0.7000 to 0.9000 |");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
