// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy;

import io.nncreator.api.deploy.Deployment;
import io.nncreator.api.deploy.DeploymentListener;
import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.deploy.DeploymentStatus;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Deployer;
import io.nncreator.deploy.internal.local.LocalFleet;
import io.nncreator.deploy.internal.local.LocalFleets;
import io.nncreator.deploy.internal.rollout.Events;
import io.nncreator.deploy.internal.rollout.ManagedDeployment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Serves networks in processes of their own on this machine. The process that deployed holds the
 * address and starts replicas again that end unasked; the replicas outlive it, and are found again
 * by their folder.
 */
public final class LocalDeployer implements Deployer, AutoCloseable {
  /** Where services are kept without a folder of one's own. */
  public static final Path DEFAULT_FOLDER = Path.of("workspace", "neural_networks", "deployments");

  private static final int PRIORITY = 20;

  private final Path folder;
  private final Map<String, Running> services = new HashMap<>();

  /** Keeps its services in {@link #DEFAULT_FOLDER}. */
  public LocalDeployer() {
    this(DEFAULT_FOLDER);
  }

  /** Keeps its services in a folder, one folder for each. */
  public LocalDeployer(Path folder) {
    this.folder = Objects.requireNonNull(folder, "folder");
  }

  @Override
  public String id() {
    return "local";
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public Availability probe() {
    return new Availability.Ready();
  }

  @Override
  public synchronized Deployment deploy(DeploymentRequest request, DeploymentListener listener) {
    forgetEnded();
    if (names().contains(request.name())) {
      throw new DeploymentException(
          ErrorCode.DEPLOYMENT_NAME_TAKEN,
          "A service ("
              + request.name()
              + ") is there already. Maybe choose another name, or change the service.",
          null);
    }
    Events events = new Events(request.name(), listener, Clock.systemUTC());
    LocalFleet fleet = LocalFleets.processes(folder, request, events);
    ManagedDeployment service = new ManagedDeployment(request.name(), fleet, events);
    service.begin(request.bundle(), request.replicas());
    services.put(request.name(), new Running(service, fleet));
    return service;
  }

  @Override
  public synchronized Optional<Deployment> find(String name, DeploymentListener listener) {
    forgetEnded();
    Running running = services.get(name);
    if (running != null) {
      return Optional.of(running.service());
    }
    Events events = new Events(name, listener, Clock.systemUTC());
    Optional<LocalFleet> found = LocalFleets.find(folder, name, events);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    LocalFleet fleet = found.get();
    ManagedDeployment service = new ManagedDeployment(name, fleet, events);
    try {
      if (!service.recover()) {
        return Optional.empty();
      }
    } catch (RuntimeException e) {
      fleet.letGo();
      throw e;
    }
    services.put(name, new Running(service, fleet));
    return Optional.of(service);
  }

  @Override
  public synchronized List<String> names() {
    forgetEnded();
    TreeSet<String> names = new TreeSet<>(services.keySet());
    names.addAll(LocalFleets.names(folder));
    return List.copyOf(names);
  }

  /** Lets go of its services: their addresses end, their replicas wait to be found again. */
  @Override
  public synchronized void close() {
    forgetEnded();
    List<Running> all = new ArrayList<>(services.values());
    services.clear();
    all.forEach(each -> each.fleet().letGo());
  }

  private void forgetEnded() {
    services
        .values()
        .removeIf(each -> each.service().status().phase() == DeploymentStatus.Phase.ENDED);
  }

  private record Running(ManagedDeployment service, LocalFleet fleet) {}
}
