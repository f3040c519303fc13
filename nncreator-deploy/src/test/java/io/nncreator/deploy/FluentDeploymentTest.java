// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.deploy.Deployment;
import io.nncreator.api.deploy.DeploymentEvent;
import io.nncreator.api.error.ProviderException;
import io.nncreator.runtime.NeuralNetwork;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("network.deploy()")
class FluentDeploymentTest {
  @Test
  @DisplayName("finds the deployer on the class path and starts the service")
  void deploys() {
    List<DeploymentEvent> events = new ArrayList<>();
    try (NeuralNetwork network = NeuralNetwork.load(Bundles.first())) {
      Deployment service = network.deploy().inProcess().replicas(2).listener(events::add).start();
      assertThat(service.name()).isEqualTo("port-1");
      assertThat(service.status().deployer()).isEqualTo("in-process");
      assertThat(service.status().ready()).isEqualTo(2);
      service.undeploy();
      assertThat(events).isNotEmpty();
    }
  }

  @Test
  @DisplayName("says which deployers there are when there is none of the name")
  void noSuchDeployer() {
    try (NeuralNetwork network = NeuralNetwork.load(Bundles.first())) {
      assertThatThrownBy(() -> network.deploy().to("moon").start())
          .isInstanceOf(ProviderException.class)
          .hasMessageContaining("(moon)")
          .hasMessageContaining("local, in-process");
    }
  }
}
