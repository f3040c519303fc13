// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens fleets of containers: new ones, and those that are there. */
public final class DockerFleets {
  private final Engine engine;
  private final Path cache;

  /** Keeps what images are made of in a folder. */
  public DockerFleets(Engine engine, Path cache) {
    this.engine = engine;
    this.cache = cache;
  }

  /** Makes networks and load balancer of a new service, which has no replica yet. */
  public DockerFleet create(DeploymentRequest request) {
    if (names().contains(request.name())) {
      throw new DeploymentException(
          ErrorCode.DEPLOYMENT_NAME_TAKEN,
          "A service ("
              + request.name()
              + ") is there already. Maybe choose another name, or change the service.",
          null);
    }
    DockerService service = DockerService.of(request, freePort(request));
    DockerFleet fleet = new DockerFleet(engine, cache, service);
    String image = fleet.images().balancer();
    fleet.networks().create();
    try {
      fleet.startBalancer(image, request);
      return fleet;
    } catch (DeploymentException e) {
      fleet.remove();
      throw e;
    }
  }

  /** An address must not change when a container is started again: it is chosen here. */
  private static int freePort(DeploymentRequest request) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(request.host(), request.port()));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new DeploymentException(
          ErrorCode.DEPLOYMENT_ADDRESS,
          "The address ("
              + request.host()
              + ", port "
              + request.port()
              + ") cannot be listened on: "
              + e.getMessage()
              + ". Maybe choose another port, or 0 for any free one.",
          e);
    }
  }

  /** Finds a service by its labels; removes one that was cut off before it had a load balancer. */
  public Optional<DockerFleet> find(String name) {
    if (!names().contains(name)) {
      return Optional.empty();
    }
    Networks networks = new Networks(engine, name);
    Map<String, String> labels = new Balancer(engine, name, networks).labels();
    DockerFleet fleet = new DockerFleet(engine, cache, DockerService.of(name, labels));
    if (fleet.balanced()) {
      fleet.tidy();
      return Optional.of(fleet);
    }
    if (fleet.goal().revision() > 0) {
      throw new DeploymentException(
          ErrorCode.DEPLOYMENT_RECORD,
          "The load balancer of the service ("
              + name
              + ") was removed, and with it how it was set. Maybe remove what bears the label ("
              + Labels.DEPLOYMENT
              + "="
              + name
              + ") and deploy it again.",
          null);
    }
    fleet.remove();
    return Optional.empty();
  }

  /** Returns the names of the services of which anything is there. */
  public List<String> names() {
    return engine.ask(
        "list networks",
        docker ->
            docker
                .listNetworksCmd()
                .withFilter("label", List.of(Labels.ROLE + "=" + Labels.NETWORK))
                .exec()
                .stream()
                .map(each -> each.getLabels().getOrDefault(Labels.DEPLOYMENT, ""))
                .filter(each -> !each.isEmpty())
                .distinct()
                .sorted()
                .toList());
  }
}
