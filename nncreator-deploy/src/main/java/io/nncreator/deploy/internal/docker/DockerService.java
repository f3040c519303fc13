// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import io.nncreator.api.deploy.DeploymentRequest;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stays of a request as long as its service is there.
 *
 * @param name of the service
 * @param host on which it listens
 * @param port on which it listens
 * @param memoryMib of a replica
 * @param cpus of a replica
 * @param secured whether requests need a token
 * @param token file with the token, while the service is made
 */
record DockerService(
    String name,
    String host,
    int port,
    int memoryMib,
    double cpus,
    boolean secured,
    @Nullable Path token) {

  static DockerService of(DeploymentRequest request, int port) {
    return new DockerService(
        request.name(),
        request.host(),
        port,
        request.memoryMib(),
        request.cpus(),
        request.tokenFile().isPresent(),
        request.tokenFile().orElse(null));
  }

  static DockerService of(String name, Map<String, String> labels) {
    return new DockerService(
        name,
        labels.getOrDefault(Labels.HOST, DeploymentRequest.DEFAULT_HOST),
        Labels.number(labels, Labels.PORT),
        Labels.number(labels, Labels.MEMORY),
        Double.parseDouble(
            labels.getOrDefault(Labels.CPUS, String.valueOf(DeploymentRequest.DEFAULT_CPUS))),
        Boolean.parseBoolean(labels.get(Labels.TOKEN)),
        null);
  }

  URI address() {
    boolean any = host.equals("0.0.0.0") || host.equals("::");
    String named = any ? "127.0.0.1" : host;
    return URI.create("http://" + (named.contains(":") ? "[" + named + "]" : named) + ":" + port);
  }
}
