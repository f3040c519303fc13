// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.spi.Availability;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Docker engine that the environment names ({@code DOCKER_HOST}), else the one of this machine.
 * No version of its interface is named: engines of very different ages answer in their own.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final String REMEDY =
      "Maybe start the Docker engine, or deploy with the deployer local, which needs none.";
  private static final int OLDEST_MAJOR = 1;
  private static final int OLDEST_MINOR = 40;

  private final URI host;
  private final DockerClient client;

  private Engine(URI host, DockerClient client) {
    this.host = host;
    this.client = client;
  }

  /** Describes the engine; connects at the first request. */
  public static Engine open() {
    return open(DefaultDockerClientConfig.createDefaultConfigBuilder().build());
  }

  /** Describes the engine at an address, such as {@code unix:///var/run/docker.sock}. */
  public static Engine open(String host) {
    return open(
        DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(host).build());
  }

  private static Engine open(DockerClientConfig config) {
    if (config.getDockerHost().getScheme().equals("tcp") && config.getSSLConfig() == null) {
      LOG.warn(
          "The Docker engine ({}) is asked without TLS: who can reach it owns its machine.",
          config.getDockerHost());
    }
    ZerodepDockerHttpClient http =
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(config.getDockerHost())
            .sslConfig(config.getSSLConfig())
            .connectionTimeout(CONNECT)
            .responseTimeout(ANSWER)
            .build();
    return new Engine(config.getDockerHost(), DockerClientImpl.getInstance(config, http));
  }

  /** Tells whether it answers and is new enough. */
  public Availability probe() {
    if (host.getScheme().equals("unix") && !Files.exists(Path.of(host.getPath()))) {
      return new Availability.Unavailable("There is no Docker engine (" + host + ").", REMEDY);
    }
    try {
      String version = client.versionCmd().exec().getApiVersion();
      return newEnough(version)
          ? new Availability.Ready()
          : new Availability.Unavailable(
              "The Docker engine ("
                  + host
                  + ") is too old: interface "
                  + version
                  + ", needed "
                  + OLDEST_MAJOR
                  + "."
                  + OLDEST_MINOR
                  + ".",
              REMEDY);
    } catch (RuntimeException e) {
      return new Availability.Unavailable(
          "The Docker engine (" + host + ") does not answer: " + e.getMessage() + ".", REMEDY);
    }
  }

  private static boolean newEnough(String version) {
    String[] parts = version.split("\\.", -1);
    int major = Integer.parseInt(parts[0]);
    int minor = Integer.parseInt(parts[1]);
    return major > OLDEST_MAJOR || (major == OLDEST_MAJOR && minor >= OLDEST_MINOR);
  }

  /**
   * Asks the engine.
   *
   * @throws DeploymentException with {@link ErrorCode#DEPLOYMENT_ENGINE} if it refuses or is gone
   */
  <T> T ask(String what, Function<DockerClient, T> question) {
    try {
      return question.apply(client);
    } catch (DeploymentException e) {
      throw e;
    } catch (RuntimeException e) {
      throw refused(what, e);
    }
  }

  /** Asks the engine to remove something; does nothing where it is gone or still used. */
  void remove(String what, Consumer<DockerClient> question) {
    try {
      question.accept(client);
    } catch (DockerException e) {
      LOG.debug("Not removed: {}", what, e);
    } catch (RuntimeException e) {
      throw refused("remove " + what, e);
    }
  }

  /** Makes the error of a refusal. */
  static DeploymentException refused(String what, Throwable reason) {
    String message = String.valueOf(reason.getMessage()).strip();
    boolean full = message.contains("no space left");
    boolean taken =
        message.contains("port is already allocated") || message.contains("address already in use");
    return new DeploymentException(
        taken ? ErrorCode.DEPLOYMENT_ADDRESS : ErrorCode.DEPLOYMENT_ENGINE,
        "The Docker engine did not do it ("
            + what
            + "): "
            + message
            + ". "
            + (full ? "Maybe free its disk." : taken ? "Maybe choose another port." : REMEDY),
        reason);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      LOG.debug("The connection to the engine was not closed", e);
    }
  }
}
