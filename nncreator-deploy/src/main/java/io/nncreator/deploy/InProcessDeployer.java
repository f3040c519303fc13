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
import io.nncreator.deploy.internal.local.LocalFleets;
import io.nncreator.deploy.internal.rollout.Events;
import io.nncreator.deploy.internal.rollout.ManagedDeployment;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Serves networks in this process. Its services end with the process, and are found by this object
 * only. Limits of memory and processors are not held.
 */
public final class InProcessDeployer implements Deployer {
  private static final int PRIORITY = 10;

  private final Map<String, ManagedDeployment> services = new HashMap<>();

  /** Creates a deployer without services. */
  public InProcessDeployer() {}

  @Override
  public String id() {
    return "in-process";
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
    if (names().contains(request.name())) {
      throw new DeploymentException(
          ErrorCode.DEPLOYMENT_NAME_TAKEN,
          "A service (" + request.name() + ") is there already. Maybe choose another name.",
          null);
    }
    Events events = new Events(request.name(), listener, Clock.systemUTC());
    ManagedDeployment service =
        new ManagedDeployment(request.name(), LocalFleets.inProcess(request, events), events);
    service.begin(request.bundle(), request.replicas());
    services.put(request.name(), service);
    return service;
  }

  @Override
  public synchronized Optional<Deployment> find(String name, DeploymentListener listener) {
    return names().contains(name) ? Optional.ofNullable(services.get(name)) : Optional.empty();
  }

  @Override
  public synchronized List<String> names() {
    services.values().removeIf(each -> each.status().phase() == DeploymentStatus.Phase.ENDED);
    return services.keySet().stream().sorted().toList();
  }
}
