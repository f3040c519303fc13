// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import io.nncreator.api.deploy.Deployment;
import io.nncreator.api.deploy.DeploymentListener;
import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.spi.Deployer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Describes a service of a network. Everything has a default. Not thread-safe. */
public final class DeploymentSpec {
  private static final int LONGEST_NAME = 40;

  private DeploymentRequest request;
  private DeploymentListener listener = DeploymentListener.NONE;
  private @Nullable Deployer deployer;
  private @Nullable String deployerId;

  DeploymentSpec(String networkId, Path bundle) {
    this.request = DeploymentRequest.of(nameOf(networkId), bundle);
  }

  /** Runs it in a process of its own on this machine. */
  public DeploymentSpec toLocal() {
    return to("local");
  }

  /** Runs it in this process; it ends with it. */
  public DeploymentSpec inProcess() {
    return to("in-process");
  }

  /** Runs it in containers of the Docker engine. */
  public DeploymentSpec toDocker() {
    return to("docker");
  }

  /** Runs it with the deployer of an id that is on the class path. */
  public DeploymentSpec to(String id) {
    this.deployerId = Objects.requireNonNull(id, "id");
    this.deployer = null;
    return this;
  }

  /** Runs it with a deployer. */
  public DeploymentSpec to(Deployer chosen) {
    this.deployer = Objects.requireNonNull(chosen, "chosen");
    return this;
  }

  /** Sets the name of the service; without it, the network's id in lower case. */
  public DeploymentSpec name(String name) {
    DeploymentRequest named = DeploymentRequest.of(name, request.bundle());
    DeploymentRequest before = request;
    return change(
        ignored -> {
          DeploymentRequest copy =
              named
                  .withReplicas(before.replicas())
                  .withHost(before.host())
                  .withPort(before.port())
                  .withMemoryMib(before.memoryMib())
                  .withCpus(before.cpus());
          return before.tokenFile().map(copy::withTokenFile).orElse(copy);
        });
  }

  /** Sets the number of equal servers, 1 to {@link DeploymentRequest#MOST_REPLICAS}. */
  public DeploymentSpec replicas(int count) {
    return change(each -> each.withReplicas(count));
  }

  /** Sets the port; 0, the default, takes any free one. */
  public DeploymentSpec port(int number) {
    return change(each -> each.withPort(number));
  }

  /** Sets the address to listen on; the default is this machine only. */
  public DeploymentSpec host(String address) {
    return change(each -> each.withHost(address));
  }

  /** Sets the memory of each replica in MiB. */
  public DeploymentSpec memoryMib(int most) {
    return change(each -> each.withMemoryMib(most));
  }

  /** Sets the processors of each replica. */
  public DeploymentSpec cpus(double most) {
    return change(each -> each.withCpus(most));
  }

  /** Sets the file whose first line requests must carry as a bearer token. */
  public DeploymentSpec tokenFile(Path file) {
    return change(each -> each.withTokenFile(file));
  }

  /** Sets who is told what happens. */
  public DeploymentSpec listener(DeploymentListener told) {
    this.listener = Objects.requireNonNull(told, "told");
    return this;
  }

  /**
   * Starts the service; returns when all replicas are ready.
   *
   * @throws io.nncreator.api.error.ProviderException if there is no such deployer, or it cannot
   *     work here
   * @throws io.nncreator.api.error.DeploymentException if it cannot be started; then nothing is
   *     left
   */
  public Deployment start() {
    Deployer chosen = deployer != null ? deployer : Deployers.choose(deployerId);
    return chosen.deploy(request, listener);
  }

  private DeploymentSpec change(UnaryOperator<DeploymentRequest> how) {
    this.request = how.apply(request);
    return this;
  }

  private static String nameOf(String networkId) {
    String name =
        networkId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
    name = name.substring(0, Math.min(LONGEST_NAME, name.length())).replaceAll("-+$", "");
    return name.isEmpty() ? "network" : name;
  }
}
