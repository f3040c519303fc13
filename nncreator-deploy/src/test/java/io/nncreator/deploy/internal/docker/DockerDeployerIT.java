// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import io.nncreator.api.deploy.Deployment;
import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.deploy.DeploymentStatus.Phase;
import io.nncreator.api.deploy.ReplicaStatus;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Deployer;
import io.nncreator.deploy.Bundles;
import io.nncreator.deploy.DockerDeployer;
import io.nncreator.deploy.internal.rollout.Goal;
import io.nncreator.tck.DeployerTck;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The deployer of containers")
class DockerDeployerIT extends DeployerTck {
  @TempDir private static Path cache;
  private static Engine engine = Engine.open();

  @TempDir private Path folder;
  private DockerDeployer deployer = new DockerDeployer(cache);
  private Path wrong = Path.of("");
  private final List<DockerDeployer> killed = new ArrayList<>();

  @BeforeAll
  static void requireEngine() {
    if (engine.probe() instanceof Availability.Unavailable gone) {
      Assumptions.abort(gone.reason());
    }
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/sbin/haproxy")), "HAProxy is not installed.");
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @BeforeEach
  void write() {
    wrong = Bundles.wrong(folder.resolve("wrong"));
  }

  @AfterEach
  void nothingIsLeftBehind() {
    List<String> left = left();
    killed.forEach(DockerDeployer::close);
    deployer.close();
    assertThat(left).isEmpty();
  }

  /** Containers, networks, volumes and images that bear our marks. */
  private static List<String> left() {
    return engine.ask(
        "list",
        docker ->
            Stream.of(
                    docker
                        .listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(List.of(Labels.DEPLOYMENT))
                        .exec()
                        .stream()
                        .map(each -> each.getNames()[0]),
                    docker
                        .listNetworksCmd()
                        .withFilter("label", List.of(Labels.DEPLOYMENT))
                        .exec()
                        .stream()
                        .map(each -> each.getName()),
                    Objects.requireNonNullElse(
                            docker
                                .listVolumesCmd()
                                .withFilter("label", List.of(Labels.DEPLOYMENT))
                                .exec()
                                .getVolumes(),
                            List.<com.github.dockerjava.api.command.InspectVolumeResponse>of())
                        .stream()
                        .map(each -> each.getName()),
                    docker.listImagesCmd().exec().stream()
                        .flatMap(each -> Stream.of(each.getRepoTags()))
                        .filter(tag -> tag.startsWith("nncreator")))
                .flatMap(each -> each)
                .toList());
  }

  @Override
  public Deployer deployer() {
    return deployer;
  }

  /** A process that is killed closes nothing. */
  @Override
  public Deployer restarted() {
    killed.add(deployer);
    deployer = new DockerDeployer(cache);
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
  @DisplayName("gives a replica no rights, no shell and no place to put code")
  void hardens() throws Exception {
    with(
        DeploymentRequest.of("probe", bundle()),
        service -> {
          String output = probe("nncreator/probe:1");
          assertThat(output)
              .contains(
                  "Uid: 10001 10001 10001 10001",
                  "Gid: 10001 10001 10001 10001",
                  "CapEff: 0000000000000000",
                  "CapBnd: 0000000000000000",
                  "NoNewPrivs: 1",
                  "Seccomp: 2",
                  "write / false",
                  "write /app false",
                  "write /model false",
                  "write /java false",
                  "write /tmp true",
                  "exec /tmp false",
                  "shell 0",
                  "cpus 1",
                  "connect false");
        });
  }

  /** Runs {@link Probe} as replicas run. */
  private static String probe(String image) {
    Map<String, String> labels = Labels.of("probe", "probe");
    String container =
        engine.ask(
            "probe",
            docker -> {
              docker.createVolumeCmd().withName("nncreator-probe").withLabels(labels).exec();
              return docker
                  .createContainerCmd(image)
                  .withLabels(labels)
                  .withEntrypoint("/java/bin/java", "-cp", "/run/secrets", Probe.class.getName())
                  .withCmd(List.of())
                  .withHostConfig(
                      Hardening.of(256, 1, 4_096)
                          .withNetworkMode("nncreator-probe-back")
                          .withRestartPolicy(
                              com.github.dockerjava.api.model.RestartPolicy.noRestart())
                          .withBinds(
                              new Bind(
                                  "nncreator-probe", new Volume("/run/secrets"), AccessMode.rw)))
                  .exec()
                  .getId();
            });
    try (InputStream in = Probe.class.getResourceAsStream("Probe.class")) {
      byte[] code = Objects.requireNonNull(in).readAllBytes();
      String name = Probe.class.getName().replace('.', '/') + ".class";
      engine.ask(
          "probe",
          docker -> {
            docker
                .copyArchiveToContainerCmd(container)
                .withRemotePath("/run/secrets")
                .withTarInputStream(new ByteArrayInputStream(ContainerTar.of(name, code, 10_001)))
                .exec();
            docker.startContainerCmd(container).exec();
            return docker
                .waitContainerCmd(container)
                .start()
                .awaitStatusCode(60, java.util.concurrent.TimeUnit.SECONDS);
          });
      ReplicaContainers containers =
          new ReplicaContainers(
              engine,
              "probe",
              new Networks(engine, "probe"),
              new ReplicaContainers.Limits(256, 1, ""));
      return String.join("\n", containers.log(container, 100));
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    } finally {
      engine.ask(
          "clean",
          docker -> {
            docker.removeContainerCmd(container).withForce(true).exec();
            return docker.removeVolumeCmd("nncreator-probe").exec();
          });
    }
  }

  @Test
  @DisplayName("never touches what is not its own")
  void leavesOthersAlone() {
    with(
        DeploymentRequest.of("decoy", bundle()),
        service -> {
          String decoy =
              engine.ask(
                  "decoy",
                  docker ->
                      docker
                          .createContainerCmd("nncreator-balancer:1")
                          .withName("nncreator-decoy-other")
                          .exec()
                          .getId());
          try {
            service.undeploy();
            String kept =
                engine.ask("find", docker -> docker.inspectContainerCmd(decoy).exec().getId());
            assertThat(kept).isEqualTo(decoy);
          } finally {
            engine.ask("clean", docker -> docker.removeContainerCmd(decoy).exec());
            engine.ask("clean", docker -> docker.removeImageCmd("nncreator-balancer:1").exec());
          }
        });
  }

  @Test
  @DisplayName("comes back after replica and load balancer were killed")
  void comesBack() {
    with(
        DeploymentRequest.of("killed", bundle()).withReplicas(2),
        service -> {
          kill(service.status().replicas().get(0).id());
          awaitReady(service, 2);
          assertThat(service.status().replicas())
              .extracting(ReplicaStatus::restarts)
              .containsExactlyInAnyOrder(0, 1);
          kill("nncreator-killed-balancer");
          awaitReady(service, 2);
        });
  }

  private static void kill(String container) {
    Long pid =
        engine.ask(
            "find", docker -> docker.inspectContainerCmd(container).exec().getState().getPidLong());
    // The first child is the program; the process itself is the init of the container.
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    ProcessHandle program = process.children().findFirst().orElse(process);
    program.destroyForcibly();
    program.onExit().join();
  }

  private static void awaitReady(Deployment service, int count) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (service.status().ready() != count) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  @DisplayName("finishes an update that was cut off, and starts again what was removed")
  void finishes() {
    with(
        DeploymentRequest.of("cut", bundle()).withReplicas(2),
        service -> {
          service.update(otherBundle());
          new GoalVolumes(engine, "cut").write(new Goal(1, 2, 2, false));
          String gone = service.status().replicas().get(0).id();
          engine.ask("remove", docker -> docker.removeContainerCmd(gone).withForce(true).exec());

          Deployment found = restarted().find("cut").orElseThrow();
          awaitReady(found, 2);

          assertThat(found.status().phase()).isEqualTo(Phase.SERVING);
          assertThat(found.status().revision()).isEqualTo(1);
          assertThat(found.status().replicas())
              .extracting(ReplicaStatus::revision)
              .containsExactly(1, 1);
        });
  }

  @Test
  @DisplayName("opens its doors on this machine only")
  void listensHereOnly() {
    with(
        DeploymentRequest.of("doors", bundle()),
        service ->
            engine.ask(
                "find",
                docker -> {
                  docker
                      .inspectContainerCmd("nncreator-doors-balancer")
                      .exec()
                      .getNetworkSettings()
                      .getPorts()
                      .getBindings()
                      .values()
                      .forEach(
                          bindings ->
                              assertThat(bindings)
                                  .allSatisfy(
                                      each -> assertThat(each.getHostIp()).isEqualTo("127.0.0.1")));
                  return true;
                }));
  }

  @Test
  @DisplayName("keeps what a replica writes")
  void keepsLogs() {
    with(
        DeploymentRequest.of("logs", bundle()),
        service ->
            assertThat(service.logs(10)).anyMatch(line -> line.contains("Serving the network")));
  }
}
