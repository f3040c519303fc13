// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.model.Network;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two networks of a service: the load balancer is in both, replicas only in the one behind it,
 * which leads nowhere else.
 */
final class Networks {
  private static final int ATTEMPTS = 5;

  private final Engine engine;
  private final String deployment;

  Networks(Engine engine, String deployment) {
    this.engine = engine;
    this.deployment = deployment;
  }

  String front() {
    return "nncreator-" + deployment + "-front";
  }

  String back() {
    return "nncreator-" + deployment + "-back";
  }

  /**
   * Makes both.
   *
   * @throws DeploymentException with {@link ErrorCode#DEPLOYMENT_NAME_TAKEN} if one is there
   */
  void create() {
    engine.ask("create a network", docker -> create(docker, front(), false));
    engine.ask("create a network", docker -> create(docker, back(), true));
  }

  /** Takes a range that the engine finds free, and asks for it by name: addresses can be fixed. */
  private String create(DockerClient docker, String name, boolean internal) {
    if (!docker.listNetworksCmd().withNameFilter("^" + name + "$").exec().isEmpty()) {
      throw taken(null);
    }
    for (int attempt = 1; ; attempt++) {
      try {
        String free =
            docker
                .createNetworkCmd()
                .withName(name)
                .withLabels(Labels.of(deployment, Labels.NETWORK))
                .withCheckDuplicate(true)
                .exec()
                .getId();
        Subnet subnet = subnet(docker.inspectNetworkCmd().withNetworkId(free).exec());
        docker.removeNetworkCmd(free).exec();
        return docker
            .createNetworkCmd()
            .withName(name)
            .withInternal(internal)
            .withCheckDuplicate(true)
            .withLabels(Labels.of(deployment, Labels.NETWORK))
            .withIpam(
                new Network.Ipam()
                    .withConfig(
                        new Network.Ipam.Config()
                            .withSubnet(subnet.range())
                            .withGateway(subnet.gateway())))
            .exec()
            .getId();
      } catch (ConflictException e) {
        throw taken(e);
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private DeploymentException taken(@Nullable Throwable reason) {
    return new DeploymentException(
        ErrorCode.DEPLOYMENT_NAME_TAKEN,
        "A service ("
            + deployment
            + ") is there already. Maybe choose another name, or change the service.",
        reason);
  }

  Subnet frontSubnet() {
    return engine.ask("find a network", docker -> subnet(inspect(docker, front())));
  }

  Subnet backSubnet() {
    return engine.ask("find a network", docker -> subnet(inspect(docker, back())));
  }

  private static Network inspect(DockerClient docker, String name) {
    return docker.inspectNetworkCmd().withNetworkId(name).exec();
  }

  private static Subnet subnet(Network network) {
    return Subnet.of(network.getIpam().getConfig().get(0).getSubnet());
  }

  void remove() {
    List<Network> mine =
        engine.ask(
            "list networks",
            docker ->
                docker
                    .listNetworksCmd()
                    .withFilter("label", List.of(Labels.DEPLOYMENT + "=" + deployment))
                    .exec());
    for (Network each : mine) {
      engine.remove(each.getName(), docker -> docker.removeNetworkCmd(each.getId()).exec());
    }
  }
}
