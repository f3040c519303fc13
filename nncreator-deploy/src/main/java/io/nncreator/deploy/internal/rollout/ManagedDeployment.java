// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.rollout;

import io.nncreator.api.deploy.Deployment;
import io.nncreator.api.deploy.DeploymentEvent.Kind;
import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.deploy.DeploymentStatus;
import io.nncreator.api.deploy.DeploymentStatus.Phase;
import io.nncreator.api.deploy.ReplicaStatus;
import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A service whose changes are written down first, and undone if they fail. */
public final class ManagedDeployment implements Deployment {
  private final String name;
  private final Fleet fleet;
  private final Events events;
  private final RollOut rollOut;
  private final ReentrantLock change = new ReentrantLock();
  private volatile boolean ended;

  /** Takes the replicas that it moves. */
  public ManagedDeployment(String name, Fleet fleet, Events events) {
    this.name = name;
    this.fleet = fleet;
    this.events = events;
    this.rollOut = new RollOut(fleet, events);
  }

  /** Starts the first replicas; removes everything if one does not become ready. */
  public void begin(Path bundle, int replicas) {
    change.lock();
    try {
      int revision = fleet.prepare(bundle);
      events.tell(Kind.PREPARED, revision, bundle.toString());
      Goal goal = new Goal(revision, 0, replicas, false);
      fleet.goal(goal);
      rollOut.reach(revision, replicas);
      settle(goal);
    } catch (RuntimeException e) {
      removeAfter(e);
      throw e;
    } finally {
      change.unlock();
    }
  }

  /**
   * Finishes or undoes what an earlier process began, and replaces what has ended since.
   *
   * @return whether there is a service; one that was cut off before its first replica is removed
   */
  public boolean recover() {
    change.lock();
    try {
      Goal goal = fleet.goal();
      if (goal.revision() == 0) {
        ended = true;
        fleet.remove();
        return false;
      }
      events.tell(Kind.RECOVERED, goal.revision(), "");
      try {
        rollOut.reach(goal.revision(), goal.replicas());
        settle(goal);
      } catch (DeploymentException e) {
        if (goal.settled() || goal.previous() == 0) {
          throw e;
        }
        undo(new Goal(goal.previous(), 0, goal.replicas(), true), e);
      }
      return true;
    } finally {
      change.unlock();
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public URI address() {
    return fleet.address();
  }

  @Override
  public DeploymentStatus status() {
    Goal goal = fleet.goal();
    List<ReplicaStatus> replicas = ended ? List.of() : fleet.replicas();
    return new DeploymentStatus(
        name,
        fleet.deployer(),
        fleet.address(),
        phase(goal, replicas),
        goal.replicas(),
        goal.revision(),
        goal.previous() == 0 ? null : goal.previous(),
        replicas);
  }

  private Phase phase(Goal goal, List<ReplicaStatus> replicas) {
    long ready =
        replicas.stream().filter(each -> each.state() == ReplicaStatus.State.READY).count();
    if (ended || goal.revision() == 0) {
      return Phase.ENDED;
    }
    if (change.isLocked() || !goal.settled()) {
      return Phase.CHANGING;
    }
    if (ready == 0) {
      return Phase.DOWN;
    }
    return ready < goal.replicas() ? Phase.DEGRADED : Phase.SERVING;
  }

  @Override
  public void scale(int replicas) {
    DeploymentRequest.checkReplicas(replicas);
    change.lock();
    try {
      requireAlive();
      Goal before = fleet.goal();
      move(before, new Goal(before.revision(), before.previous(), replicas, false));
    } finally {
      change.unlock();
    }
  }

  @Override
  public void update(Path bundle) {
    change.lock();
    try {
      requireAlive();
      Goal before = fleet.goal();
      int revision = fleet.prepare(bundle);
      events.tell(Kind.PREPARED, revision, bundle.toString());
      move(before, new Goal(revision, before.revision(), before.replicas(), false));
    } finally {
      change.unlock();
    }
  }

  @Override
  public void rollback() {
    change.lock();
    try {
      requireAlive();
      Goal before = fleet.goal();
      if (before.previous() == 0) {
        throw new DeploymentException(
            ErrorCode.DEPLOYMENT_NO_PREVIOUS,
            "The service (" + name + ") has had one network only. Maybe update it instead.",
            null);
      }
      move(before, new Goal(before.previous(), before.revision(), before.replicas(), false));
    } finally {
      change.unlock();
    }
  }

  private void move(Goal before, Goal wanted) {
    fleet.goal(wanted);
    try {
      rollOut.reach(wanted.revision(), wanted.replicas());
    } catch (RuntimeException e) {
      undo(before, e);
      throw e;
    }
    settle(wanted);
  }

  private void undo(Goal before, RuntimeException reason) {
    events.tell(Kind.UNDOING, before.revision(), String.valueOf(reason.getMessage()));
    try {
      rollOut.reach(before.revision(), before.replicas());
      settle(before);
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  private void settle(Goal reached) {
    fleet.goal(reached.reached());
    fleet.keep(
        reached.previous() == 0
            ? List.of(reached.revision())
            : List.of(reached.revision(), reached.previous()));
    events.tell(Kind.SETTLED, reached.revision(), reached.replicas() + " replicas");
  }

  @Override
  public List<String> logs(int linesOfEach) {
    return ended ? List.of() : fleet.logs(linesOfEach);
  }

  @Override
  public void undeploy() {
    change.lock();
    try {
      if (!ended) {
        ended = true;
        fleet.remove();
        events.tell(Kind.ENDED, 0, "");
      }
    } finally {
      change.unlock();
    }
  }

  private void removeAfter(RuntimeException reason) {
    ended = true;
    try {
      fleet.remove();
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  /** Another process may have ended it. */
  private void requireAlive() {
    if (ended || fleet.goal().revision() == 0) {
      throw new DeploymentException(
          ErrorCode.DEPLOYMENT_ENDED,
          "The service (" + name + ") has ended. Maybe deploy it again.",
          null);
    }
  }
}
