// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.library;

import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The jars and folders of which a server is made, found where this process has their classes from:
 * all that a server needs, and nothing else of the application.
 */
public final class ServingLibraries {
  private static final List<String> NEEDED =
      List.of(
          "io.nncreator.serving.ServingMain",
          "io.nncreator.runtime.NeuralNetwork",
          "io.nncreator.api.error.ErrorCode",
          "ai.onnxruntime.OrtEnvironment",
          "com.fasterxml.jackson.annotation.JsonProperty",
          "com.fasterxml.jackson.core.JsonFactory",
          "com.fasterxml.jackson.databind.ObjectMapper",
          "io.netty.buffer.ByteBuf",
          "io.netty.channel.Channel",
          "io.netty.handler.codec.DecoderException",
          "io.netty.handler.codec.ByteToMessageDecoder",
          "io.netty.handler.codec.http.HttpRequest",
          "io.netty.handler.timeout.IdleStateHandler",
          "io.netty.resolver.AddressResolver",
          "io.netty.util.concurrent.Future",
          "org.jspecify.annotations.Nullable",
          "org.slf4j.LoggerFactory");

  /** Writes the log to the output of the process, where the application has it. */
  private static final List<String> WELCOME = List.of("org.slf4j.simple.SimpleLogger");

  private ServingLibraries() {}

  /**
   * Returns them in the order of the class path.
   *
   * @throws DeploymentException with {@link ErrorCode#DEPLOYMENT_IMAGE} if one is not a jar or a
   *     folder
   */
  public static List<Path> locate() {
    Set<Path> found = new LinkedHashSet<>();
    for (String each : NEEDED) {
      Path place = place(each);
      if (place == null) {
        throw new DeploymentException(
            ErrorCode.DEPLOYMENT_IMAGE,
            "The library with the class ("
                + each
                + ") is not a jar or a folder on the class path. Maybe start the application with"
                + " its libraries beside it.",
            null);
      }
      found.add(place);
    }
    for (String each : WELCOME) {
      Path place = place(each);
      if (place != null) {
        found.add(place);
      }
    }
    return List.copyOf(found);
  }

  private static @Nullable Path place(String name) {
    try {
      Class<?> type = Class.forName(name, false, ServingLibraries.class.getClassLoader());
      CodeSource source = type.getProtectionDomain().getCodeSource();
      if (source == null || !"file".equals(source.getLocation().getProtocol())) {
        return null;
      }
      return Path.of(source.getLocation().toURI());
    } catch (ClassNotFoundException | LinkageError | URISyntaxException e) {
      return null;
    }
  }
}
