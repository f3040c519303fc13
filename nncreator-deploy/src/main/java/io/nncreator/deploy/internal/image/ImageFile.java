// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutionException;

/** Writes an image into a file. */
final class ImageFile {
  private ImageFile() {}

  /**
   * Writes it.
   *
   * @param oci whether by the layout of the Open Container Initiative; else as Docker loads it
   */
  static BuiltImage write(
      JibContainerBuilder image, String name, Path tar, Path cache, boolean oci) {
    try {
      Path folder = tar.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      JibContainer built =
          image
              .setCreationTime(Instant.EPOCH)
              .setFormat(oci ? ImageFormat.OCI : ImageFormat.Docker)
              .containerize(
                  Containerizer.to(TarImage.at(tar).named(name))
                      .setOfflineMode(true)
                      .setToolName("nncreator")
                      .setBaseImageLayersCache(cache.resolve("base"))
                      .setApplicationLayersCache(cache.resolve("layers")));
      return new BuiltImage(name, built.getImageId().toString(), tar);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Images.failed("The image was not finished", "The thread was interrupted.", e);
    } catch (ExecutionException
        | RegistryException
        | IOException
        | CacheDirectoryCreationException
        | InvalidImageReferenceException e) {
      throw Images.failed("The image (" + name + ") cannot be written", "Maybe try again.", e);
    }
  }
}
