// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import com.github.dockerjava.api.model.Container;
import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.deploy.ReplicaStatus;
import io.nncreator.api.deploy.ReplicaStatus.State;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.deploy.internal.docker.Haproxy.ServerState;
import io.nncreator.deploy.internal.rollout.Fleet;
import io.nncreator.deploy.internal.rollout.Goal;
import io.nncreator.runtime.bundle.BundleReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Replicas in containers behind HAProxy. All that is known lies in the engine. */
public final class DockerFleet implements Fleet {
  private static final int LINES_OF_FAILURE = 20;

  private final Engine engine;
  private final String deployment;
  private final URI address;
  private final @Nullable Path token;
  private final Networks networks;
  private final Balancer balancer;
  private final ReplicaContainers containers;
  private final EngineImages images;
  private final GoalVolumes goals;
  private final SecretVolume secret;

  DockerFleet(Engine engine, Path cache, DockerService service) {
    this.engine = engine;
    this.deployment = service.name();
    this.address = service.address();
    this.token = service.token();
    this.networks = new Networks(engine, deployment);
    this.balancer = new Balancer(engine, deployment, networks);
    this.secret = new SecretVolume(engine, deployment);
    this.containers =
        new ReplicaContainers(
            engine,
            deployment,
            networks,
            new ReplicaContainers.Limits(
                service.memoryMib(), service.cpus(), service.secured() ? secret.name() : ""));
    this.images = new EngineImages(engine, cache, deployment);
    this.goals = new GoalVolumes(engine, deployment);
  }

  Networks networks() {
    return networks;
  }

  /** Starts the load balancer of a new service. */
  void startBalancer(String image, DeploymentRequest request) {
    try {
      balancer.create(image, request, address.getPort(), () -> containers.ended(balancer.name()));
    } catch (DeploymentException e) {
      throw e.code() == ErrorCode.DEPLOYMENT_NOT_READY
          ? containers.notReady(balancer.name(), e, LINES_OF_FAILURE)
          : e;
    }
  }

  /** Returns whether the load balancer is there, running or not. */
  boolean balanced() {
    return !balancer.labels().isEmpty();
  }

  EngineImages images() {
    return images;
  }

  @Override
  public String deployer() {
    return "docker";
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public Goal goal() {
    return goals.read();
  }

  @Override
  public void goal(Goal wanted) {
    goals.write(wanted);
  }

  @Override
  public int prepare(Path bundle) {
    BundleReader.read(bundle);
    int revision = images.add(bundle, goal().revision() + 1);
    if (token != null) {
      secret.write(token, images.name(revision));
    }
    return revision;
  }

  @Override
  public void keep(List<Integer> revisions) {
    images.keep(revisions);
  }

  @Override
  public List<ReplicaStatus> replicas() {
    Map<Integer, ServerState> servers = balancer.servers();
    List<ReplicaStatus> replicas = new ArrayList<>();
    for (Container each : containers.list()) {
      replicas.add(
          new ReplicaStatus(
              name(each),
              Labels.number(each.getLabels(), Labels.REVISION),
              state(each, servers),
              containers.restarts(each.getId())));
    }
    return replicas;
  }

  private static State state(Container container, Map<Integer, ServerState> servers) {
    ServerState server = servers.get(Labels.number(container.getLabels(), Labels.SLOT));
    if (!"running".equals(container.getState())) {
      return "restarting".equals(container.getState()) ? State.STARTING : State.LOST;
    }
    if (server == null) {
      return State.STARTING;
    }
    if (server.up()) {
      return State.READY;
    }
    return server.draining() ? State.DRAINING : State.STARTING;
  }

  private static String name(Container container) {
    return container.getNames()[0].replaceFirst("^/", "");
  }

  @Override
  public ReplicaStatus start(int revision) {
    int slot = freeSlot();
    String name = containers.start(revision, images.name(revision), slot);
    try {
      balancer.enrol(slot, () -> containers.ended(name));
      return new ReplicaStatus(name, revision, State.READY, 0);
    } catch (DeploymentException e) {
      DeploymentException told = containers.notReady(name, e, LINES_OF_FAILURE);
      containers.remove(name);
      balancer.free(slot);
      throw told;
    }
  }

  private int freeSlot() {
    Set<Integer> taken =
        containers.list().stream()
            .map(each -> Labels.number(each.getLabels(), Labels.SLOT))
            .collect(Collectors.toSet());
    for (int slot = 1; slot <= HaproxyConfig.SLOTS; slot++) {
      if (!taken.contains(slot)) {
        return slot;
      }
    }
    throw new IllegalStateException("All slots of the load balancer are taken.");
  }

  @Override
  public void retire(ReplicaStatus replica) {
    Optional<Container> found =
        containers.list().stream().filter(each -> name(each).equals(replica.id())).findFirst();
    if (found.isPresent()) {
      int slot = Labels.number(found.get().getLabels(), Labels.SLOT);
      balancer.drain(slot);
      containers.stop(replica.id());
      balancer.free(slot);
    }
  }

  /** Puts the load balancer right after anything may have ended half-way. */
  void tidy() {
    balancer.revive();
    balancer.only(
        containers.list().stream()
            .map(each -> Labels.number(each.getLabels(), Labels.SLOT))
            .toList());
  }

  @Override
  public List<String> logs(int linesOfEach) {
    List<String> lines = new ArrayList<>();
    for (Container each : containers.list()) {
      String name = name(each);
      containers.log(name, linesOfEach).forEach(line -> lines.add(name + ": " + line));
    }
    return lines;
  }

  @Override
  public void remove() {
    List<Container> all =
        engine.ask(
            "list containers",
            docker ->
                docker
                    .listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(Map.of(Labels.DEPLOYMENT, deployment))
                    .exec());
    all.forEach(each -> containers.remove(each.getId()));
    networks.remove();
    goals.remove();
    secret.remove();
    images.keep(List.of());
    images.removeBalancer();
  }
}
