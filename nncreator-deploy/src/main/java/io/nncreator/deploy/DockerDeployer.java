// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy;

import io.nncreator.api.deploy.Deployment;
import io.nncreator.api.deploy.DeploymentListener;
import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Deployer;
import io.nncreator.deploy.internal.docker.DockerFleet;
import io.nncreator.deploy.internal.docker.DockerFleets;
import io.nncreator.deploy.internal.docker.Engine;
import io.nncreator.deploy.internal.rollout.Events;
import io.nncreator.deploy.internal.rollout.ManagedDeployment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Serves networks in hardened containers of a Docker engine, behind HAProxy in one more. Services
 * need this process only while they are changed; everything about them lies in the engine.
 */
public final class DockerDeployer implements Deployer, AutoCloseable {
  private final Engine engine;
  private final DockerFleets fleets;

  /** Uses the engine that the environment names, else the one of this machine. */
  public DockerDeployer() {
    this(defaultCache());
  }

  /** Keeps what images are made of in a folder. */
  public DockerDeployer(Path cache) {
    this(Engine.open(), cache);
  }

  private DockerDeployer(Engine engine, Path cache) {
    this.engine = engine;
    this.fleets = new DockerFleets(engine, cache);
  }

  /** Uses the engine at an address, such as {@code unix:///var/run/docker.sock}. */
  public static DockerDeployer at(String host, Path cache) {
    return new DockerDeployer(Engine.open(host), cache);
  }

  private static Path defaultCache() {
    return Path.of(System.getProperty("user.home"), ".cache", "nncreator", "images");
  }

  @Override
  public String id() {
    return "docker";
  }

  @Override
  public Availability probe() {
    return engine.probe();
  }

  @Override
  public Deployment deploy(DeploymentRequest request, DeploymentListener listener) {
    requireEngine();
    Events events = new Events(request.name(), listener, Clock.systemUTC());
    DockerFleet fleet = fleets.create(request);
    ManagedDeployment service = new ManagedDeployment(request.name(), fleet, events);
    service.begin(request.bundle(), request.replicas());
    return service;
  }

  @Override
  public Optional<Deployment> find(String name, DeploymentListener listener) {
    requireEngine();
    Events events = new Events(name, listener, Clock.systemUTC());
    return fleets
        .find(name)
        .map(fleet -> new ManagedDeployment(name, fleet, events))
        .filter(ManagedDeployment::recover)
        .map(Deployment.class::cast);
  }

  @Override
  public List<String> names() {
    requireEngine();
    return fleets.names();
  }

  private void requireEngine() {
    if (engine.probe() instanceof Availability.Unavailable gone) {
      throw new DeploymentException(
          ErrorCode.DEPLOYMENT_ENGINE, gone.reason() + " " + gone.remedy(), null);
    }
  }

  /** Closes the connection to the engine; the services go on. */
  @Override
  public void close() {
    engine.close();
  }
}
