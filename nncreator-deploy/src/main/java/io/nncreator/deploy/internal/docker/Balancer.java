// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.deploy.internal.docker.Haproxy.ServerState;
import io.nncreator.deploy.internal.image.ServingImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The container of HAProxy, and which slots get requests. */
final class Balancer {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration DRAIN = Duration.ofSeconds(10);
  private static final int POLL_MILLIS = 25;
  private static final int MEMORY_MIB = 192;
  private static final long FILES = 8_192;
  private static final ExposedPort SERVICE = ExposedPort.tcp(ServingImage.PORT);
  private static final ExposedPort ADMIN = ExposedPort.tcp(HaproxyConfig.ADMIN_PORT);

  private final Engine engine;
  private final String deployment;
  private final Networks networks;

  Balancer(Engine engine, String deployment, Networks networks) {
    this.engine = engine;
    this.deployment = deployment;
    this.networks = networks;
  }

  String name() {
    return "nncreator-" + deployment + "-balancer";
  }

  /**
   * Creates and starts it.
   *
   * @param ended tells that it will never answer
   * @throws DeploymentException with {@link ErrorCode#DEPLOYMENT_ADDRESS} if the port is taken
   */
  void create(String image, DeploymentRequest request, int port, BooleanSupplier ended) {
    engine.ask("create the load balancer", docker -> create(docker, image, request, port));
    engine.ask("start the load balancer", docker -> docker.startContainerCmd(name()).exec());
    await("The load balancer", this::answers, ended);
    for (int slot = 1; slot <= HaproxyConfig.SLOTS; slot++) {
      state(slot, "maint");
    }
  }

  private String create(DockerClient docker, String image, DeploymentRequest request, int port) {
    Subnet front = networks.frontSubnet();
    Subnet back = networks.backSubnet();
    Map<String, String> labels = new HashMap<>(Labels.of(deployment, Labels.BALANCER));
    labels.put(Labels.HOST, request.host());
    labels.put(Labels.PORT, String.valueOf(port));
    labels.put(Labels.MEMORY, String.valueOf(request.memoryMib()));
    labels.put(Labels.CPUS, String.valueOf(request.cpus()));
    labels.put(Labels.TOKEN, String.valueOf(request.tokenFile().isPresent()));
    HostConfig limits =
        Hardening.of(MEMORY_MIB, 1, FILES)
            .withNetworkMode(networks.front())
            .withPortBindings(
                new PortBinding(Ports.Binding.bindIpAndPort(request.host(), port), SERVICE),
                new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ADMIN));
    try {
      String id =
          docker
              .createContainerCmd(image)
              .withName(name())
              .withLabels(labels)
              .withExposedPorts(SERVICE, ADMIN)
              .withEnv(
                  HaproxyConfig.FRONT_VARIABLE + "=" + front.balancer(),
                  HaproxyConfig.BACK_VARIABLE + "=" + back.prefix())
              .withHostConfig(limits)
              .withIpv4Address(front.balancer())
              .exec()
              .getId();
      docker
          .connectToNetworkCmd()
          .withContainerId(id)
          .withNetworkId(networks.back())
          .withContainerNetwork(
              new ContainerNetwork()
                  .withIpamConfig(new ContainerNetwork.Ipam().withIpv4Address(back.balancer())))
          .exec();
      return id;
    } catch (ConflictException e) {
      throw new DeploymentException(
          ErrorCode.DEPLOYMENT_NAME_TAKEN,
          "A service (" + deployment + ") is there already. Maybe choose another name.",
          e);
    }
  }

  /** Returns what was asked for when it was created; nothing if it is gone. */
  Map<String, String> labels() {
    return inspect().map(found -> found.getConfig().getLabels()).map(Map::copyOf).orElse(Map.of());
  }

  /** Starts it if it does not run. */
  void revive() {
    boolean running =
        inspect().map(found -> Boolean.TRUE.equals(found.getState().getRunning())).orElse(false);
    if (!running) {
      engine.ask("start the load balancer", docker -> docker.startContainerCmd(name()).exec());
    }
    await("The load balancer", this::answers, () -> false);
  }

  private Optional<InspectContainerResponse> inspect() {
    return engine.ask(
        "find the load balancer",
        docker -> {
          try {
            return Optional.of(docker.inspectContainerCmd(name()).exec());
          } catch (NotFoundException e) {
            return Optional.empty();
          }
        });
  }

  /** Sends requests to the occupied slots and to no other. */
  void only(Collection<Integer> occupied) {
    for (int slot = 1; slot <= HaproxyConfig.SLOTS; slot++) {
      state(slot, occupied.contains(slot) ? "ready" : "maint");
    }
  }

  /**
   * Sends a slot requests once its replica is ready.
   *
   * @param ended tells that it never will be
   */
  void enrol(int slot, BooleanSupplier ended) {
    state(slot, "drain");
    await("The replica", () -> is(slot, ServerState::healthy), ended);
    state(slot, "ready");
    await("The replica", () -> is(slot, ServerState::up), ended);
  }

  /** Sends a slot no more requests, and waits for the answers of those that it has. */
  void drain(int slot) {
    state(slot, "drain");
    long end = System.nanoTime() + DRAIN.toNanos();
    while (System.nanoTime() < end && is(slot, server -> server.sessions() > 0)) {
      pause();
    }
  }

  /** Forgets the replica of a slot. */
  void free(int slot) {
    state(slot, "maint");
  }

  /** Returns what it knows of the slots; nothing if it does not answer. */
  Map<Integer, ServerState> servers() {
    try {
      return haproxy().servers();
    } catch (IOException e) {
      return Map.of();
    }
  }

  private boolean is(int slot, Predicate<ServerState> what) {
    ServerState server = servers().get(slot);
    return server != null && what.test(server);
  }

  private boolean answers() {
    return servers().size() == HaproxyConfig.SLOTS;
  }

  private void state(int slot, String state) {
    try {
      haproxy().state(slot, state);
    } catch (IOException e) {
      throw Engine.refused("ask the load balancer", e);
    }
  }

  /** Each start of the container gives its command port another number. */
  private Haproxy haproxy() throws IOException {
    Optional<InspectContainerResponse> found = inspect();
    if (found.isPresent()) {
      Ports.Binding[] bindings =
          found.get().getNetworkSettings().getPorts().getBindings().get(ADMIN);
      if (bindings != null && bindings.length > 0) {
        return new Haproxy(Integer.parseInt(bindings[0].getHostPortSpec()));
      }
    }
    throw new IOException("The load balancer (" + name() + ") does not run.");
  }

  private static void await(String who, BooleanSupplier done, BooleanSupplier hopeless) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (hopeless.getAsBoolean() || System.nanoTime() > end || Thread.interrupted()) {
        throw new DeploymentException(
            ErrorCode.DEPLOYMENT_NOT_READY, who + " did not become ready.", null);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
