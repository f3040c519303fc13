// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.deployer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.deploy.Deployment;
import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.deploy.DeploymentStatus.Phase;
import io.nncreator.api.deploy.ReplicaStatus;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.spi.Deployer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The network of a service is replaced without a request being lost. */
public interface ChangeContract extends DeployerUnderTest {
  /** Clients ask throughout, and none sees a failure. */
  @Test
  @DisplayName("updates, scales and rolls back while requests are answered")
  default void updates() {
    with(
        DeploymentRequest.of("contract-update", bundle()).withReplicas(2),
        service -> {
          Client client = new Client(service.address(), row());
          int answered;
          try (Traffic traffic = new Traffic(client)) {
            service.update(otherBundle());
            assertThat(client.version()).isEqualTo("2");
            assertThat(service.status().previous()).isEqualTo(1);
            assertThat(service.status().replicas())
                .hasSize(2)
                .extracting(ReplicaStatus::revision)
                .containsOnly(2);
            service.scale(1);
            service.rollback();
            assertThat(client.version()).isEqualTo("1");
            traffic.end();
            assertThat(traffic.failures()).isEmpty();
            answered = traffic.answered();
          }
          assertThat(answered).isPositive();
          service.rollback();
          assertThat(client.version()).isEqualTo("2");
        });
  }

  /** A network that does not work gets no request. */
  @Test
  @DisplayName("undoes an update to a network that does not give its golden rows")
  default void undoes() {
    with(
        DeploymentRequest.of("contract-undo", bundle()).withReplicas(2),
        service -> {
          Client client = new Client(service.address(), row());
          try (Traffic traffic = new Traffic(client)) {
            assertThatThrownBy(() -> service.update(wrongBundle()))
                .isInstanceOfSatisfying(
                    DeploymentException.class,
                    e -> assertThat(e.code()).isEqualTo(ErrorCode.DEPLOYMENT_NOT_READY));
            assertThat(client.version()).isEqualTo("1");
            traffic.end();
            assertThat(traffic.failures()).isEmpty();
          }
          assertThat(service.status().phase()).isEqualTo(Phase.SERVING);
          assertThat(service.status().revision()).isEqualTo(1);
          assertThat(service.status().ready()).isEqualTo(2);
        });
  }

  /** There must be something to go back to. */
  @Test
  @DisplayName("refuses to roll back what was never updated")
  default void nothingBefore() {
    with(
        DeploymentRequest.of("contract-first", bundle()),
        service ->
            assertThatThrownBy(service::rollback)
                .isInstanceOfSatisfying(
                    DeploymentException.class,
                    e -> assertThat(e.code()).isEqualTo(ErrorCode.DEPLOYMENT_NO_PREVIOUS)));
  }

  /** A service outlives the process that deployed it. */
  @Test
  @DisplayName("finds its services again after a restart")
  default void findsAgain() {
    Deployment first =
        deployer().deploy(DeploymentRequest.of("contract-found", bundle()).withReplicas(2));
    try {
      first.update(otherBundle());
      Deployer later = restarted();
      assertThat(later.names()).contains("contract-found");
      Deployment found = later.find("contract-found").orElseThrow();
      assertThat(found.address()).isEqualTo(first.address());
      assertThat(found.status().phase()).isEqualTo(Phase.SERVING);
      assertThat(found.status().ready()).isEqualTo(2);
      assertThat(found.status().revision()).isEqualTo(2);
      Client client = new Client(found.address(), row());
      assertThat(client.version()).isEqualTo("2");
      found.rollback();
      assertThat(client.version()).isEqualTo("1");
      found.undeploy();
      assertThat(later.names()).doesNotContain("contract-found");
    } finally {
      deployer().find("contract-found").ifPresent(Deployment::undeploy);
    }
  }
}
