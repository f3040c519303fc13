// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.library;

import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ServingException;
import io.nncreator.serving.ServingDistribution;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Keeps distributions of the server, one for each set of libraries of applications. */
public final class ServerFiles {
  /** A class of each library that changes by itself. */
  private static final List<String> LIBRARIES =
      List.of(
          "io.nncreator.serving.ServingMain",
          "io.nncreator.runtime.NeuralNetwork",
          "io.nncreator.api.error.ErrorCode",
          "ai.onnxruntime.OrtEnvironment",
          "com.fasterxml.jackson.core.JsonFactory",
          "com.fasterxml.jackson.databind.JsonNode",
          "io.netty.buffer.ByteBuf",
          "org.slf4j.Logger");

  private ServerFiles() {}

  /**
   * Returns the distribution for the libraries of this process, written if it is not kept yet.
   *
   * @param cache folder with one folder for each distribution
   * @throws DeploymentException if it cannot be written
   */
  public static ServingDistribution in(Path cache) {
    try {
      Path kept = cache.resolve("server-" + fingerprint());
      if (!Files.isDirectory(kept)) {
        Path draft =
            cache.resolve("draft-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        ServingDistribution.write(draft);
        Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
      }
      return ServingDistribution.at(kept);
    } catch (IOException | ServingException e) {
      throw new DeploymentException(
          ErrorCode.DEPLOYMENT_IMAGE,
          "The files of the server cannot be kept in (" + cache + "): " + e.getMessage(),
          e);
    }
  }

  private static String fingerprint() throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
    for (String each : LIBRARIES) {
      add(place(each), digest);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static void add(Path library, MessageDigest digest) throws IOException {
    try (Stream<Path> files = Files.walk(library)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        String mark =
            each + " " + Files.size(each) + " " + Files.getLastModifiedTime(each).toMillis() + "\n";
        digest.update(mark.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static Path place(String name) throws IOException {
    try {
      Class<?> type = Class.forName(name, false, ServerFiles.class.getClassLoader());
      CodeSource source = type.getProtectionDomain().getCodeSource();
      if (source == null || !"file".equals(source.getLocation().getProtocol())) {
        throw new IOException("the library of " + name + " is not a jar or folder of its own");
      }
      return Path.of(source.getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IOException("the library of " + name + " is not found", e);
    }
  }
}
