// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.deploy;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be served, and how. Immutable; each {@code with} method returns a changed copy.
 *
 * <pre>{@code
 * DeploymentRequest.of("titanic", bundle).withReplicas(2).withPort(8080)
 * }</pre>
 */
public final class DeploymentRequest {
  /** Most replicas of a service. */
  public static final int MOST_REPLICAS = 32;

  /** Where it listens: this machine only. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  /** Memory of a replica in MiB. */
  public static final int DEFAULT_MEMORY_MIB = 256;

  /** Processors of a replica. */
  public static final double DEFAULT_CPUS = 1.0;

  private static final int LEAST_MEMORY_MIB = 64;
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

  private final String name;
  private final Path bundle;
  private final int replicas;
  private final String host;
  private final int port;
  private final int memoryMib;
  private final double cpus;
  private final @Nullable Path tokenFile;

  private DeploymentRequest(
      String name,
      Path bundle,
      int replicas,
      String host,
      int port,
      int memoryMib,
      double cpus,
      @Nullable Path tokenFile) {
    this.name = name;
    this.bundle = bundle;
    this.replicas = replicas;
    this.host = host;
    this.port = port;
    this.memoryMib = memoryMib;
    this.cpus = cpus;
    this.tokenFile = tokenFile;
  }

  /**
   * Asks for one replica on any free port of this machine.
   *
   * @param name of the service: 1 to 40 lower-case letters, digits and hyphens, the hyphens inside
   * @param bundle folder or zip
   * @throws IllegalArgumentException if the name is not of that form
   */
  public static DeploymentRequest of(String name, Path bundle) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The name ("
              + name
              + ") must be 1 to 40 lower-case letters, digits and hyphens, the hyphens inside.");
    }
    return new DeploymentRequest(
        name,
        Objects.requireNonNull(bundle, "bundle"),
        1,
        DEFAULT_HOST,
        0,
        DEFAULT_MEMORY_MIB,
        DEFAULT_CPUS,
        null);
  }

  /** Sets the number of equal servers, 1 to {@link #MOST_REPLICAS}. */
  public DeploymentRequest withReplicas(int count) {
    checkReplicas(count);
    return new DeploymentRequest(name, bundle, count, host, port, memoryMib, cpus, tokenFile);
  }

  /** Sets the address of this machine to listen on; {@code 0.0.0.0} for all of them. */
  public DeploymentRequest withHost(String address) {
    Objects.requireNonNull(address, "address");
    return new DeploymentRequest(name, bundle, replicas, address, port, memoryMib, cpus, tokenFile);
  }

  /** Sets the port, 0 to 65535; 0 takes any free one. */
  public DeploymentRequest withPort(int number) {
    if (number < 0 || number > 65_535) {
      throw new IllegalArgumentException("The port (" + number + ") must be from 0 to 65535.");
    }
    return new DeploymentRequest(name, bundle, replicas, host, number, memoryMib, cpus, tokenFile);
  }

  /** Sets the memory of each replica in MiB, from 64. A deployer may not be able to hold it. */
  public DeploymentRequest withMemoryMib(int most) {
    if (most < LEAST_MEMORY_MIB) {
      throw new IllegalArgumentException(
          "The memory (" + most + " MiB) must be at least " + LEAST_MEMORY_MIB + " MiB.");
    }
    return new DeploymentRequest(name, bundle, replicas, host, port, most, cpus, tokenFile);
  }

  /** Sets the processors of each replica, above 0. A deployer may not be able to hold it. */
  public DeploymentRequest withCpus(double most) {
    if (!(most > 0) || Double.isInfinite(most)) {
      throw new IllegalArgumentException("The processors (" + most + ") must be more than none.");
    }
    return new DeploymentRequest(name, bundle, replicas, host, port, memoryMib, most, tokenFile);
  }

  /** Sets the file whose first line requests must carry as a bearer token; health needs none. */
  public DeploymentRequest withTokenFile(Path file) {
    Objects.requireNonNull(file, "file");
    return new DeploymentRequest(name, bundle, replicas, host, port, memoryMib, cpus, file);
  }

  /**
   * Checks a number of replicas.
   *
   * @throws IllegalArgumentException if it is not from 1 to {@link #MOST_REPLICAS}
   */
  public static void checkReplicas(int count) {
    if (count < 1 || count > MOST_REPLICAS) {
      throw new IllegalArgumentException(
          "The replicas (" + count + ") must be from 1 to " + MOST_REPLICAS + ".");
    }
  }

  /** Returns the name of the service. */
  public String name() {
    return name;
  }

  /** Returns the folder or zip file of the network. */
  public Path bundle() {
    return bundle;
  }

  /** Returns the number of equal servers. */
  public int replicas() {
    return replicas;
  }

  /** Returns the address to listen on. */
  public String host() {
    return host;
  }

  /** Returns the port to listen on; 0 for any free one. */
  public int port() {
    return port;
  }

  /** Returns the memory of each replica in MiB. */
  public int memoryMib() {
    return memoryMib;
  }

  /** Returns the processors of each replica. */
  public double cpus() {
    return cpus;
  }

  /** Returns the file with the token that requests must carry; empty if they need none. */
  public Optional<Path> tokenFile() {
    return Optional.ofNullable(tokenFile);
  }
}
