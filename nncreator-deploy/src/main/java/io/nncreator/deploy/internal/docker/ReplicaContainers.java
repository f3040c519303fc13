// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.deploy.internal.image.ServingImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The containers of the replicas of one service. */
final class ReplicaContainers {
  private static final long FILES = 4_096;
  private static final int STOP_SECONDS = 15;
  private static final int LOG_SECONDS = 10;

  private final Engine engine;
  private final String deployment;
  private final Networks networks;
  private final Limits limits;

  /**
   * What each replica may use.
   *
   * @param secret name of the volume with the token; empty if there is none
   */
  record Limits(int memoryMib, double cpus, String secret) {}

  ReplicaContainers(Engine engine, String deployment, Networks networks, Limits limits) {
    this.engine = engine;
    this.deployment = deployment;
    this.networks = networks;
    this.limits = limits;
  }

  /** Returns all of them, also those that have ended, the oldest first. */
  List<Container> list() {
    List<Container> found =
        new ArrayList<>(
            engine.ask(
                "list containers",
                docker ->
                    docker
                        .listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(Labels.of(deployment, Labels.REPLICA))
                        .exec()));
    found.sort(Comparator.comparing(Container::getCreated).thenComparing(Container::getId));
    return found;
  }

  /** Creates and starts a replica in a free slot; returns its name. */
  String start(int revision, String image, int slot) {
    String name = "nncreator-" + deployment + "-r" + revision + "-s" + slot;
    Map<String, String> labels = new HashMap<>(Labels.of(deployment, Labels.REPLICA));
    labels.put(Labels.REVISION, String.valueOf(revision));
    labels.put(Labels.SLOT, String.valueOf(slot));
    HostConfig host =
        Hardening.of(limits.memoryMib(), limits.cpus(), FILES).withNetworkMode(networks.back());
    List<String> command = new ArrayList<>(arguments(image));
    command.addAll(List.of("--replica", name));
    if (!limits.secret().isEmpty()) {
      host.withBinds(new Bind(limits.secret(), new Volume(ServingImage.SECRETS), AccessMode.ro));
      command.addAll(List.of("--token-file", ServingImage.SECRETS + "/" + SecretVolume.FILE));
    }
    String address = networks.backSubnet().slot(slot);
    engine.ask(
        "create a replica",
        docker -> {
          CreateContainerCmd create =
              docker
                  .createContainerCmd(image)
                  .withName(name)
                  .withLabels(labels)
                  .withCmd(command)
                  .withHostConfig(host)
                  .withIpv4Address(address);
          return create.exec().getId();
        });
    try {
      engine.ask("start a replica", docker -> docker.startContainerCmd(name).exec());
    } catch (DeploymentException e) {
      remove(name);
      throw e;
    }
    return name;
  }

  private List<String> arguments(String image) {
    return engine.ask(
        "read an image",
        docker -> {
          ContainerConfig config = docker.inspectImageCmd(image).exec().getConfig();
          String[] given = config == null ? null : config.getCmd();
          return given == null ? List.of() : List.of(given);
        });
  }

  /** Returns whether a container has ended at least once since it was created, or is gone. */
  boolean ended(String name) {
    return engine.ask(
        "find a replica",
        docker -> {
          try {
            InspectContainerResponse found = docker.inspectContainerCmd(name).exec();
            Integer restarts = found.getRestartCount();
            return !Boolean.TRUE.equals(found.getState().getRunning())
                || (restarts != null && restarts > 0);
          } catch (NotFoundException e) {
            return true;
          }
        });
  }

  int restarts(String id) {
    return engine.ask(
        "find a replica",
        docker -> {
          try {
            Integer count = docker.inspectContainerCmd(id).exec().getRestartCount();
            return count == null ? 0 : count;
          } catch (NotFoundException e) {
            return 0;
          }
        });
  }

  /** Lets a container answer what it has, and removes it. */
  void stop(String name) {
    engine.remove(name, docker -> docker.stopContainerCmd(name).withTimeout(STOP_SECONDS).exec());
    remove(name);
  }

  void remove(String name) {
    engine.remove(
        name,
        docker -> docker.removeContainerCmd(name).withForce(true).withRemoveVolumes(true).exec());
  }

  List<String> log(String name, int lines) {
    StringBuilder text = new StringBuilder();
    engine.ask(
        "read what a replica wrote",
        docker -> {
          ResultCallback.Adapter<Frame> reader =
              new ResultCallback.Adapter<>() {
                @Override
                public void onNext(Frame frame) {
                  text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
                }
              };
          try {
            return docker
                .logContainerCmd(name)
                .withStdOut(true)
                .withStdErr(true)
                .withTail(lines)
                .exec(reader)
                .awaitCompletion(LOG_SECONDS, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
          }
        });
    return text.toString().lines().toList();
  }

  /** Makes the error of a replica that did not become ready, with what it wrote. */
  DeploymentException notReady(String name, DeploymentException reason, int lines) {
    String written;
    try {
      written = String.join(" | ", log(name, lines));
    } catch (DeploymentException e) {
      written = String.valueOf(e.getMessage());
    }
    return new DeploymentException(
        ErrorCode.DEPLOYMENT_NOT_READY,
        "The container (" + name + ") did not become ready. Its last lines: " + written,
        reason);
  }
}
