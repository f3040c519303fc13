// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.rollout;

import io.nncreator.api.deploy.DeploymentEvent.Kind;
import io.nncreator.api.deploy.ReplicaStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a fleet to a number of replicas of one network. There is one replica too many for a while,
 * never one too few: a new one must be ready before an old one goes.
 */
final class RollOut {
  private final Fleet fleet;
  private final Events events;

  RollOut(Fleet fleet, Events events) {
    this.fleet = fleet;
    this.events = events;
  }

  /** Starts and retires replicas; stops at the first that does not become ready. */
  void reach(int revision, int wanted) {
    retireLost();
    while (true) {
      List<ReplicaStatus> right = new ArrayList<>();
      List<ReplicaStatus> wrong = new ArrayList<>();
      fleet.replicas().forEach(each -> (each.revision() == revision ? right : wrong).add(each));
      boolean crowded = right.size() + wrong.size() > wanted;
      if (!wrong.isEmpty() && (crowded || right.size() >= wanted)) {
        retire(wrong.get(0));
      } else if (right.size() < wanted) {
        start(revision);
      } else if (right.size() > wanted) {
        retire(right.get(right.size() - 1));
      } else {
        return;
      }
    }
  }

  private void retireLost() {
    for (ReplicaStatus each : fleet.replicas()) {
      if (each.state() == ReplicaStatus.State.LOST) {
        events.tell(Kind.REPLICA_LOST, each.revision(), each.id());
        fleet.retire(each);
      }
    }
  }

  private void start(int revision) {
    events.tell(Kind.REPLICA_STARTED, revision, "");
    ReplicaStatus started = fleet.start(revision);
    events.tell(Kind.REPLICA_READY, revision, started.id());
  }

  private void retire(ReplicaStatus replica) {
    events.tell(Kind.REPLICA_DRAINING, replica.revision(), replica.id());
    fleet.retire(replica);
    events.tell(Kind.REPLICA_STOPPED, replica.revision(), replica.id());
  }
}
