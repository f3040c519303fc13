// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.image;

import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Port;
import io.nncreator.deploy.internal.library.ServerFiles;
import io.nncreator.serving.ServingDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The image of one network: a small Java with the C library of this machine, the server, the
 * bundle; nothing else, and no shell. The three are layers in this order, so an image of another
 * network differs in one small layer. The same bundle, libraries and Java give the same image.
 */
public final class ServingImage {
  /** User and group of the process: not root, and nobody on the host. */
  public static final String USER = "10001:10001";

  /** Port of the server in the container. */
  public static final int PORT = 8080;

  /** Where a token file is mounted. */
  public static final String SECRETS = "/run/secrets";

  private static final String APP = "/app";
  private static final String TEMPORARY = "-Djava.io.tmpdir=/tmp";
  private static final int FIRST_JAVA_THAT_WARNS = 22;

  private final Path cache;

  /** Keeps runtimes and layers in a folder, so that the next image is made in a moment. */
  public ServingImage(Path cache) {
    this.cache = cache;
  }

  /**
   * Writes the image.
   *
   * @param bundle folder or zip
   * @param name of the image
   * @param version of the network, which its answers name
   * @param tar file to write
   */
  public BuiltImage build(Path bundle, String name, String version, Path tar) {
    return ImageFile.write(describe(bundle, version), name, tar, cache, false);
  }

  /** Writes the image in the layout of the Open Container Initiative. */
  public BuiltImage buildOci(Path bundle, String name, String version, Path tar) {
    return ImageFile.write(describe(bundle, version), name, tar, cache, true);
  }

  private JibContainerBuilder describe(Path bundle, String version) {
    Path java = JavaRuntime.in(cache);
    ServingDistribution server = ServerFiles.in(cache);
    return Jib.fromScratch()
        .setFileEntriesLayers(
            runtimeLayer(java, server),
            new ImageLayers("app", empty()).tree(server.folder(), APP).build(),
            modelLayer(bundle))
        .setUser(USER)
        .addExposedPort(Port.tcp(PORT))
        .setEnvironment(ServingDistribution.environment())
        .setWorkingDirectory(AbsoluteUnixPath.get(APP))
        .setLabels(Map.of("io.nncreator.java", System.getProperty("java.runtime.version")))
        .setEntrypoint(server.command("/java/bin/java", options(), List.of("/model")))
        .setProgramArguments(
            "--host", "0.0.0.0", "--port", String.valueOf(PORT), "--version", version);
  }

  private FileEntriesLayer runtimeLayer(Path java, ServingDistribution server) {
    List<Path> programs = new ArrayList<>(server.natives());
    for (Path each : List.of(java.resolve("bin"), java.resolve("lib"))) {
      try (Stream<Path> files = Files.walk(each)) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> file.toString().endsWith(".so") || file.endsWith("bin/java"))
            .sorted()
            .forEach(programs::add);
      } catch (IOException e) {
        throw Images.unwritable(each, e);
      }
    }
    return new ImageLayers("runtime", empty())
        .temporary("/tmp")
        .folder(SECRETS)
        .tree(java, "/java")
        .libraries(SharedLibraries.of(programs, java))
        .build();
  }

  private FileEntriesLayer modelLayer(Path bundle) {
    ImageLayers layer = new ImageLayers("model", empty());
    return Files.isDirectory(bundle)
        ? layer.tree(bundle, "/model").build()
        : layer.file(bundle, "/model").build();
  }

  private Path empty() {
    try {
      return Files.createDirectories(cache.resolve("empty"));
    } catch (IOException e) {
      throw Images.unwritable(cache, e);
    }
  }

  private static List<String> options() {
    return Runtime.version().feature() >= FIRST_JAVA_THAT_WARNS
        ? List.of("--enable-native-access=ALL-UNNAMED", TEMPORARY)
        : List.of(TEMPORARY);
  }
}
