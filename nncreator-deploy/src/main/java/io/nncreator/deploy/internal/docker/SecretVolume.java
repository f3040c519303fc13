// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.deploy.internal.image.ServingImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The token of a service, in a volume that only its replicas mount: in no argument, variable, label
 * or image.
 */
final class SecretVolume {
  /** Name of the file. */
  static final String FILE = "token";

  private static final int USER = 10_001;

  private final Engine engine;
  private final String deployment;

  SecretVolume(Engine engine, String deployment) {
    this.engine = engine;
    this.deployment = deployment;
  }

  String name() {
    return "nncreator-" + deployment + "-secret";
  }

  /** Copies the file through a container that never runs. */
  void write(Path token, String image) {
    byte[] content;
    try {
      content = Files.readAllBytes(token);
    } catch (IOException e) {
      throw new DeploymentException(
          ErrorCode.DEPLOYMENT_NOT_READY,
          "The token file (" + token + ") cannot be read. Maybe check path and rights.",
          e);
    }
    engine.ask(
        "make a volume",
        docker ->
            docker
                .createVolumeCmd()
                .withName(name())
                .withLabels(Labels.of(deployment, Labels.SECRET))
                .exec());
    String container =
        engine.ask(
            "fill a volume",
            docker ->
                docker
                    .createContainerCmd(image)
                    .withLabels(Labels.of(deployment, Labels.SECRET))
                    .withHostConfig(
                        HostConfig.newHostConfig()
                            .withNetworkMode("none")
                            .withBinds(
                                new Bind(name(), new Volume(ServingImage.SECRETS), AccessMode.rw)))
                    .exec()
                    .getId());
    try {
      engine.ask(
          "fill a volume",
          docker ->
              docker
                  .copyArchiveToContainerCmd(container)
                  .withRemotePath(ServingImage.SECRETS)
                  .withTarInputStream(
                      new ByteArrayInputStream(ContainerTar.of(FILE, content, USER)))
                  .exec());
    } finally {
      engine.remove(container, docker -> docker.removeContainerCmd(container).exec());
    }
  }

  void remove() {
    engine.remove(name(), docker -> docker.removeVolumeCmd(name()).exec());
  }
}
