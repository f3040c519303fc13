// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.image;

import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The image of the load balancer: the HAProxy of this machine with its libraries and our
 * configuration, and no shell.
 */
public final class BalancerImage {
  /** Where the distribution's package puts it. */
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/sbin/haproxy"),
          Path.of("/usr/local/sbin/haproxy"),
          Path.of("/usr/bin/haproxy"));

  private final Path cache;

  /** Keeps layers in a folder. */
  public BalancerImage(Path cache) {
    this.cache = cache;
  }

  /**
   * Writes the image.
   *
   * @param configuration of HAProxy
   * @param name of the image
   * @param tar file to write
   */
  public BuiltImage build(String configuration, String name, Path tar) {
    Path haproxy =
        PLACES.stream()
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(
                () ->
                    Images.failed(
                        "HAProxy, which shares requests among replicas, is not installed",
                        "Maybe install the package haproxy of this Linux.",
                        null));
    try {
      Path empty = Files.createDirectories(cache.resolve("empty"));
      Path file = Files.createDirectories(cache.resolve("balancer")).resolve("haproxy.cfg");
      Files.writeString(file, configuration);
      List<Path> programs = new ArrayList<>(List.of(haproxy));
      return ImageFile.write(
          Jib.fromScratch()
              .setFileEntriesLayers(
                  new ImageLayers("haproxy", empty)
                      .temporary("/tmp")
                      .file(haproxy, "/haproxy")
                      .libraries(SharedLibraries.of(programs, Path.of("/nothing")))
                      .build(),
                  new ImageLayers("configuration", empty).file(file, "/haproxy.cfg").build())
              .setUser(ServingImage.USER)
              .addExposedPort(Port.tcp(ServingImage.PORT))
              .setLabels(Map.of())
              .setEntrypoint("/haproxy", "-db", "-f", "/haproxy.cfg"),
          name,
          tar,
          cache,
          false);
    } catch (IOException e) {
      throw Images.unwritable(cache, e);
    }
  }
}
