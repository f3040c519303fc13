// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.spi.Availability;
import io.nncreator.deploy.Bundles;
import io.nncreator.deploy.DockerDeployer;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Where there is no engine")
class EngineAbsentTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("the deployer says so and names the one that needs none")
  void saysSo() {
    try (DockerDeployer deployer =
        DockerDeployer.at("unix://" + folder.resolve("none.sock"), folder)) {
      assertThat(deployer.probe()).isInstanceOf(Availability.Unavailable.class);
      assertThatThrownBy(() -> deployer.deploy(DeploymentRequest.of("a", Bundles.first())))
          .isInstanceOfSatisfying(
              DeploymentException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.DEPLOYMENT_ENGINE);
                assertThat(e)
                    .hasMessageContaining("There is no Docker engine")
                    .hasMessageContaining("deployer local");
              });
    }
  }
}
