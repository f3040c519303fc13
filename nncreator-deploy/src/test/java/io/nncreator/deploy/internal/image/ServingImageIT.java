// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.deploy.Bundles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The image of a network")
class ServingImageIT {
  private static final long MOST_BYTES = 85_000_000;
  private static final Duration MOST_TIME = Duration.ofSeconds(3);

  @TempDir private Path folder;

  @BeforeAll
  static void requireJlink() {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of(System.getProperty("java.home"), "bin", "jlink")),
        "This Java has no jlink.");
  }

  @Test
  @DisplayName("is small, without a shell or rights, and the same each time it is built")
  void isAsItShould() throws IOException {
    ServingImage images = new ServingImage(folder.resolve("cache"));
    BuiltImage first = images.build(Bundles.first(), "nncreator/a:1", "1", folder.resolve("a"));
    long start = System.nanoTime();
    BuiltImage again = images.build(Bundles.first(), "nncreator/b:7", "1", folder.resolve("b"));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    BuiltImage fresh =
        new ServingImage(folder.resolve("other"))
            .build(Bundles.first(), "nncreator/a:1", "1", folder.resolve("c"));
    BuiltImage other = images.build(Bundles.other(), "nncreator/a:2", "2", folder.resolve("d"));

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(fresh.id()).isEqualTo(first.id());
    assertThat(other.id()).isNotEqualTo(first.id());
    assertThat(took).isLessThan(MOST_TIME);

    Map<String, List<TarArchiveEntry>> layers = layers(first.tar());
    assertThat(layers).hasSize(3);
    List<TarArchiveEntry> all = layers.values().stream().flatMap(List::stream).toList();
    long bytes = all.stream().mapToLong(TarArchiveEntry::getSize).sum();
    System.getLogger("image")
        .log(
            System.Logger.Level.INFO,
            "image {0} bytes, tar {1} bytes, built again in {2}",
            bytes,
            Files.size(first.tar()),
            took);
    assertThat(bytes).isLessThan(MOST_BYTES);
    assertThat(all)
        .allSatisfy(
            each -> {
              assertThat(each.getMode() & 06000).as("setuid of %s", each.getName()).isZero();
              assertThat(each.getLongUserId()).isZero();
              if (!each.isDirectory()) {
                assertThat(each.getMode() & 0222).as("rights of %s", each.getName()).isZero();
              }
            })
        .extracting(TarArchiveEntry::getName)
        .noneMatch(name -> name.matches("(.*/)?(sh|bash|dash|busybox|apt|dpkg)"))
        .contains("java/bin/java", "model/model.onnx", "app/native/libonnxruntime.so");
    Map<String, List<TarArchiveEntry>> others = layers(other.tar());
    others.keySet().removeAll(layers.keySet());
    assertThat(others).as("layers that another network does not share").hasSize(1);
  }

  @Test
  @DisplayName("is written by the layout of the Open Container Initiative too")
  void isPortable() throws IOException {
    Path tar = folder.resolve("oci.tar");
    new ServingImage(folder.resolve("cache")).buildOci(Bundles.first(), "nncreator/a", "1", tar);
    List<String> names = new ArrayList<>();
    try (TarArchiveInputStream in = open(tar)) {
      for (TarArchiveEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        names.add(each.getName());
      }
    }
    assertThat(names).contains("oci-layout", "index.json").anyMatch(n -> n.startsWith("blobs/"));
  }

  /** Entries of each layer, by the layer's name. */
  private static Map<String, List<TarArchiveEntry>> layers(Path tar) throws IOException {
    Map<String, List<TarArchiveEntry>> layers = new TreeMap<>();
    try (TarArchiveInputStream in = open(tar)) {
      for (TarArchiveEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        if (each.getName().endsWith(".tar.gz")) {
          List<TarArchiveEntry> entries = new ArrayList<>();
          TarArchiveInputStream layer = new TarArchiveInputStream(new GZIPInputStream(in));
          for (TarArchiveEntry file = layer.getNextEntry();
              file != null;
              file = layer.getNextEntry()) {
            entries.add(file);
          }
          layers.put(each.getName(), entries);
        }
      }
    }
    return layers;
  }

  private static TarArchiveInputStream open(Path tar) throws IOException {
    return new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(tar)));
  }
}
