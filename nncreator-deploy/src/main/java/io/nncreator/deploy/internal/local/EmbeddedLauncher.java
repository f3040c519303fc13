// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.error.BundleException;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ServingException;
import io.nncreator.deploy.internal.rollout.Goal;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.bundle.BundleReader;
import io.nncreator.serving.ServingBuilder;
import io.nncreator.serving.ServingServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Servers in this process. The networks are in memory, shared by their replicas, so a rollback
 * needs no file.
 */
final class EmbeddedLauncher implements Launcher {
  private final DeploymentRequest settings;
  private final Map<Integer, NeuralNetwork> networks = new HashMap<>();
  private int newest;
  private int started;

  EmbeddedLauncher(DeploymentRequest settings) {
    this.settings = settings;
  }

  @Override
  public String deployer() {
    return "in-process";
  }

  @Override
  public synchronized int prepare(Path bundle) {
    BundleReader.read(bundle);
    NeuralNetwork network;
    try {
      network = NeuralNetwork.load(bundle);
    } catch (BundleException e) {
      throw notReady(e);
    }
    newest++;
    networks.put(newest, network);
    return newest;
  }

  @Override
  public synchronized void keep(List<Integer> revisions) {
    for (Integer each : List.copyOf(networks.keySet())) {
      NeuralNetwork network = networks.get(each);
      if (network != null && !revisions.contains(each)) {
        networks.remove(each);
        network.close();
      }
    }
  }

  @Override
  public synchronized Server launch(int revision) {
    NeuralNetwork network = networks.get(revision);
    if (network == null) {
      throw new IllegalStateException("The network (" + revision + ") was not prepared.");
    }
    ServingBuilder builder =
        ServingServer.builder().network(network).version(String.valueOf(revision)).port(0);
    settings.tokenFile().ifPresent(builder::tokenFile);
    try {
      started++;
      return new EmbeddedServer("server-" + started, builder.start());
    } catch (ServingException e) {
      throw notReady(e);
    }
  }

  private static DeploymentException notReady(RuntimeException reason) {
    return new DeploymentException(
        ErrorCode.DEPLOYMENT_NOT_READY, "The replica did not become ready: " + reason, reason);
  }

  @Override
  public void record(Goal goal, List<Member> members) {}

  @Override
  public synchronized void remove() {
    keep(List.of());
  }

  @Override
  public void letGo() {
    remove();
  }
}
