// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A bundle whose writer is killed")
class BundleKillIT {
  private static final int KILLS = 10;

  @TempDir Path folder;

  /** Writes bundles until it is killed. */
  static final class Child {
    private Child() {}

    /** Takes the folder and a prefix of names. */
    public static void main(String[] args) throws IOException {
      NetworkBundle bundle = Bundles.classification();
      Files.createFile(Path.of(args[0], args[1] + ".ready"));
      for (int i = 0; i < 1_000_000; i++) {
        BundleWriter.write(bundle, Path.of(args[0], args[1] + "-" + i));
      }
    }
  }

  @Test
  @DisplayName("is whole or not there, and what is left over is swept away")
  void killed() throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(1);
    boolean leftovers = false;
    for (int kill = 0; kill < KILLS; kill++) {
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Child.class.getName(),
                  folder.toString(),
                  "k" + kill)
              .inheritIO()
              .start();
      Path ready = folder.resolve("k" + kill + ".ready");
      while (!Files.exists(ready)) {
        assertThat(child.waitFor(10, TimeUnit.MILLISECONDS)).isFalse();
      }
      assertThat(child.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS)).isFalse();
      child.destroyForcibly().waitFor();
      Files.delete(ready);
      leftovers |= !hidden().isEmpty();
      for (Path bundle : visible()) {
        BundleReader.read(bundle);
      }
    }
    assertThat(leftovers).as("at least one kill came in the middle of a bundle").isTrue();
    for (Path lock : hidden()) {
      if (lock.toString().endsWith(".lock")) {
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(3600)));
      }
    }
    BundleWriter.write(Bundles.regression(), folder.resolve("last"));
    assertThat(hidden()).isEmpty();
  }

  private List<Path> hidden() throws IOException {
    return entries(true);
  }

  private List<Path> visible() throws IOException {
    return entries(false);
  }

  private List<Path> entries(boolean hidden) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(".") == hidden)
          .toList();
    }
  }
}
