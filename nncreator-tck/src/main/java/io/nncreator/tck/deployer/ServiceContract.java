// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.deployer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.deploy.Deployment;
import io.nncreator.api.deploy.DeploymentEvent;
import io.nncreator.api.deploy.DeploymentEvent.Kind;
import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.deploy.DeploymentStatus;
import io.nncreator.api.deploy.DeploymentStatus.Phase;
import io.nncreator.api.deploy.ReplicaStatus;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.NnCreatorException;
import io.nncreator.api.spi.Availability;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A service is there as asked for, or not at all. */
public interface ServiceContract extends DeployerUnderTest {
  /** It works here, else this test would not run. */
  @Test
  @DisplayName("says that it can work here, under a legal name")
  default void worksHere() {
    assertThat(deployer().probe()).isInstanceOf(Availability.Ready.class);
    assertThat(deployer().id()).matches("[a-z0-9-]+");
  }

  /** From nothing to answers, and back to nothing. */
  @Test
  @DisplayName("serves a network until it is undeployed")
  default void serves() {
    List<DeploymentEvent> events = new ArrayList<>();
    Deployment service =
        deployer().deploy(DeploymentRequest.of("contract-one", bundle()), events::add);
    try {
      assertThat(new Client(service.address(), row()).version()).isEqualTo("1");
      DeploymentStatus status = service.status();
      assertThat(status.name()).isEqualTo("contract-one");
      assertThat(status.deployer()).isEqualTo(deployer().id());
      assertThat(status.phase()).isEqualTo(Phase.SERVING);
      assertThat(status.wanted()).isEqualTo(1);
      assertThat(status.ready()).isEqualTo(1);
      assertThat(status.revision()).isEqualTo(1);
      assertThat(status.previous()).isNull();
      assertThat(status.address()).isEqualTo(service.address());
      assertThat(deployer().names()).contains("contract-one");
      assertThat(events)
          .extracting(DeploymentEvent::kind)
          .containsSubsequence(Kind.PREPARED, Kind.REPLICA_READY, Kind.SETTLED);
      assertThat(events).extracting(DeploymentEvent::deployment).containsOnly("contract-one");
    } finally {
      service.undeploy();
    }
    assertThat(service.status().phase()).isEqualTo(Phase.ENDED);
    assertThat(deployer().names()).doesNotContain("contract-one");
    assertThat(deployer().find("contract-one")).isEmpty();
    assertThatThrownBy(() -> new Client(service.address(), row()).predict())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> service.scale(2))
        .isInstanceOfSatisfying(
            DeploymentException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DEPLOYMENT_ENDED));
    service.undeploy();
  }

  /** Two services of one name would take each other's requests. */
  @Test
  @DisplayName("refuses a name that is taken, and finds the service of a name")
  default void oneOfAName() {
    with(
        DeploymentRequest.of("contract-name", bundle()),
        service -> {
          assertThatThrownBy(
                  () -> deployer().deploy(DeploymentRequest.of("contract-name", bundle())))
              .isInstanceOfSatisfying(
                  DeploymentException.class,
                  e -> assertThat(e.code()).isEqualTo(ErrorCode.DEPLOYMENT_NAME_TAKEN));
          assertThat(deployer().find("contract-name")).isPresent();
          assertThat(deployer().find("contract-other")).isEmpty();
          assertThat(new Client(service.address(), row()).version()).isEqualTo("1");
        });
  }

  /** A failed deployment leaves nothing. */
  @Test
  @DisplayName("leaves nothing of a service that cannot be started")
  default void nothingIsLeft() throws IOException {
    assertThatThrownBy(
            () -> deployer().deploy(DeploymentRequest.of("contract-wrong", wrongBundle())))
        .isInstanceOfSatisfying(
            DeploymentException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.DEPLOYMENT_NOT_READY);
              assertThat(e).hasMessageContaining("NNC-").hasNoSuppressedExceptions();
            });
    Path nothing = Files.createTempDirectory("nncreator-contract");
    assertThatThrownBy(() -> deployer().deploy(DeploymentRequest.of("contract-wrong", nothing)))
        .isInstanceOf(NnCreatorException.class);
    Files.delete(nothing);
    assertThat(deployer().names()).doesNotContain("contract-wrong");
    with(
        DeploymentRequest.of("contract-wrong", bundle()),
        service -> assertThat(service.status().ready()).isEqualTo(1));
  }

  /** The port that was asked for is the one. */
  @Test
  @DisplayName("listens on the port that was asked for, or says that it is taken")
  default void listensOnThePort() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0)) {
      port = taken.getLocalPort();
      assertThatThrownBy(
              () ->
                  deployer().deploy(DeploymentRequest.of("contract-port", bundle()).withPort(port)))
          .isInstanceOfSatisfying(
              DeploymentException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.DEPLOYMENT_ADDRESS));
    }
    assertThat(deployer().names()).doesNotContain("contract-port");
    with(
        DeploymentRequest.of("contract-port", bundle()).withPort(port),
        service -> {
          assertThat(service.address().getPort()).isEqualTo(port);
          assertThat(new Client(service.address(), row()).version()).isEqualTo("1");
        });
  }

  /** The token is asked for, and stands in no list of processes. */
  @Test
  @DisplayName("asks for the token")
  default void asksForTheToken() throws IOException {
    String token = "contract-secret-0123456789";
    Path file = Files.createTempFile("nncreator-contract", ".token");
    Files.writeString(file, token + "\n");
    with(
        DeploymentRequest.of("contract-token", bundle()).withTokenFile(file),
        service -> {
          Client client = new Client(service.address(), row());
          assertThat(client.predict().statusCode()).isEqualTo(401);
          assertThat(client.predict("Authorization", "Bearer " + token).statusCode())
              .isEqualTo(200);
          assertThat(ProcessHandle.allProcesses())
              .noneMatch(each -> each.info().commandLine().orElse("").contains(token));
        });
    Files.delete(file);
  }

  /** Each replica is listed once. */
  @Test
  @DisplayName("has as many replicas as asked for")
  default void hasReplicas() {
    with(
        DeploymentRequest.of("contract-scale", bundle()).withReplicas(2),
        service -> {
          assertThat(service.status().ready()).isEqualTo(2);
          service.scale(3);
          assertThat(service.status().wanted()).isEqualTo(3);
          assertThat(service.status().replicas())
              .hasSize(3)
              .extracting(ReplicaStatus::id)
              .doesNotHaveDuplicates();
          service.scale(1);
          assertThat(service.status().replicas()).hasSize(1);
          assertThat(service.status().phase()).isEqualTo(Phase.SERVING);
          assertThat(new Client(service.address(), row()).version()).isEqualTo("1");
          assertThatThrownBy(() -> service.scale(0)).isInstanceOf(IllegalArgumentException.class);
        });
  }
}
