// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.rollout;

import io.nncreator.api.deploy.ReplicaStatus;
import io.nncreator.api.deploy.ReplicaStatus.State;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Replicas that are only counted. */
final class ScriptedFleet implements Fleet {
  final List<ReplicaStatus> replicas = new ArrayList<>();
  final List<Integer> kept = new ArrayList<>();
  int fewest = Integer.MAX_VALUE;
  int most;
  int bad = -1;
  boolean removed;
  private Goal goal = new Goal(0, 0, 0, false);
  private int started;
  private int revisions;

  void add(int revision, State state) {
    started++;
    replicas.add(new ReplicaStatus("r" + started, revision, state, 0));
    revisions = Math.max(revisions, revision);
  }

  @Override
  public String deployer() {
    return "scripted";
  }

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1:1");
  }

  @Override
  public Goal goal() {
    return goal;
  }

  @Override
  public void goal(Goal wanted) {
    goal = wanted;
  }

  @Override
  public int prepare(Path bundle) {
    revisions++;
    return revisions;
  }

  @Override
  public void keep(List<Integer> numbers) {
    kept.clear();
    kept.addAll(numbers);
  }

  @Override
  public List<ReplicaStatus> replicas() {
    return List.copyOf(replicas);
  }

  @Override
  public ReplicaStatus start(int revision) {
    if (revision == bad) {
      throw new DeploymentException(ErrorCode.DEPLOYMENT_NOT_READY, "bad", null);
    }
    add(revision, State.READY);
    most = Math.max(most, replicas.size());
    return replicas.get(replicas.size() - 1);
  }

  @Override
  public void retire(ReplicaStatus replica) {
    replicas.remove(replica);
    fewest = Math.min(fewest, replicas.size());
  }

  @Override
  public List<String> logs(int linesOfEach) {
    return List.of();
  }

  @Override
  public void remove() {
    removed = true;
    replicas.clear();
  }
}
