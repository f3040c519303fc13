// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.deploy.Deployment;
import io.nncreator.api.deploy.DeploymentEvent.Kind;
import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.deploy.ReplicaStatus;
import io.nncreator.api.spi.Deployer;
import io.nncreator.tck.DeployerTck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The deployer of processes")
class LocalDeployerIT extends DeployerTck {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path folder;
  private LocalDeployer deployer = new LocalDeployer();
  private Path wrong = Path.of("");

  @BeforeEach
  void write() {
    deployer = new LocalDeployer(folder.resolve("deployments"));
    wrong = Bundles.wrong(folder.resolve("wrong"));
  }

  @AfterEach
  void close() {
    deployer.close();
  }

  @Override
  public Deployer deployer() {
    return deployer;
  }

  @Override
  public Deployer restarted() {
    deployer.close();
    deployer = new LocalDeployer(folder.resolve("deployments"));
    return deployer;
  }

  @Override
  public Path bundle() {
    return Bundles.first();
  }

  @Override
  public Path otherBundle() {
    return Bundles.other();
  }

  @Override
  public Path wrongBundle() {
    return wrong;
  }

  @Override
  public String row() {
    return Bundles.ROW;
  }

  @Test
  @DisplayName("starts a killed replica again, and a killed one of an earlier process too")
  void startsAgain() throws Exception {
    CountDownLatch lost = new CountDownLatch(1);
    CountDownLatch back = new CountDownLatch(1);
    Deployment service =
        deployer.deploy(
            DeploymentRequest.of("killed", bundle()),
            event -> {
              if (event.kind() == Kind.REPLICA_LOST) {
                lost.countDown();
              } else if (lost.getCount() == 0 && event.kind() == Kind.REPLICA_READY) {
                back.countDown();
              }
            });
    kill(service);
    assertThat(back.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    ReplicaStatus again = service.status().replicas().get(0);
    assertThat(again.restarts()).isEqualTo(1);
    assertThat(again.state()).isEqualTo(ReplicaStatus.State.READY);

    deployer.close();
    kill(again.id());
    Deployment found = restarted().find("killed").orElseThrow();
    assertThat(found.status().ready()).isEqualTo(1);
    assertThat(found.status().replicas().get(0).id()).isNotEqualTo(again.id());
    found.undeploy();
    assertThat(folder.resolve("deployments").resolve("killed")).doesNotExist();
  }

  @Test
  @DisplayName("finishes an update that was cut off")
  void finishes() throws Exception {
    deployer.deploy(DeploymentRequest.of("cut", bundle()));
    deployer.close();
    Path record = folder.resolve("deployments").resolve("cut").resolve("service.json");
    Path revisions = record.resolveSibling("revisions");
    copy(revisions.resolve("1"), revisions.resolve("2"));
    String text =
        Files.readString(record)
            .replace(
                "\"revision\" : 1,\n    \"previous\" : 0",
                "\"revision\" : 2,\n    \"previous\" : 1")
            .replace("\"settled\" : true", "\"settled\" : false");
    assertThat(text).contains("\"revision\" : 2,\n    \"previous\" : 1", "\"settled\" : false");
    Files.writeString(record, text);

    Deployment found = restarted().find("cut").orElseThrow();

    assertThat(found.status().revision()).isEqualTo(2);
    assertThat(found.status().replicas()).extracting(ReplicaStatus::revision).containsExactly(2);
    found.undeploy();
  }

  @Test
  @DisplayName("undoes an update that was cut off and cannot be finished")
  void undoesCutOff() throws Exception {
    deployer.deploy(DeploymentRequest.of("cut", bundle()));
    deployer.close();
    Path record = folder.resolve("deployments").resolve("cut").resolve("service.json");
    copy(wrong, record.resolveSibling("revisions").resolve("2"));
    Files.writeString(
        record,
        Files.readString(record)
            .replace(
                "\"revision\" : 1,\n    \"previous\" : 0",
                "\"revision\" : 2,\n    \"previous\" : 1")
            .replace("\"settled\" : true", "\"settled\" : false"));

    Deployment found = restarted().find("cut").orElseThrow();

    assertThat(found.status().revision()).isEqualTo(1);
    assertThat(found.status().ready()).isEqualTo(1);
    found.undeploy();
  }

  @Test
  @DisplayName("keeps what a replica writes")
  void keepsLogs() {
    with(
        DeploymentRequest.of("logs", bundle()),
        service ->
            assertThat(service.logs(10)).anyMatch(line -> line.contains("Serving the network")));
  }

  private static void copy(Path from, Path to) throws Exception {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path each : files.toList()) {
        Files.copy(each, to.resolve(each.getFileName()));
      }
    }
  }

  private static void kill(Deployment service) {
    kill(service.status().replicas().get(0).id());
  }

  private static void kill(String pid) {
    ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }
}
