// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

import io.nncreator.api.deploy.DeploymentEvent.Kind;
import io.nncreator.api.deploy.ReplicaStatus;
import io.nncreator.api.deploy.ReplicaStatus.State;
import io.nncreator.deploy.internal.rollout.Events;
import io.nncreator.deploy.internal.rollout.Fleet;
import io.nncreator.deploy.internal.rollout.Goal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replicas on this machine behind one {@link Front}. One that ends unasked is started again. */
public final class LocalFleet implements Fleet {
  private static final Logger LOG = LoggerFactory.getLogger(LocalFleet.class);
  private static final long WATCH_MILLIS = 100;
  private static final int LONGEST_PAUSE_SECONDS = 30;

  private final Launcher launcher;
  private final Front front;
  private final Events events;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(LocalFleet::thread);
  private final List<Member> members = new ArrayList<>();
  private final Future<?> watching;
  private Goal goal;
  private boolean letGo;

  LocalFleet(Launcher launcher, Front front, Events events, Goal goal, List<Member> found) {
    this.launcher = launcher;
    this.front = front;
    this.events = events;
    this.goal = goal;
    for (Member each : found) {
      members.add(each);
      front.add(each.server().port());
    }
    this.watching =
        watch.scheduleWithFixedDelay(
            this::replaceLost, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "nncreator-watch");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public String deployer() {
    return launcher.deployer();
  }

  @Override
  public URI address() {
    return front.address();
  }

  @Override
  public synchronized Goal goal() {
    return goal;
  }

  @Override
  public synchronized void goal(Goal wanted) {
    launcher.record(wanted, members);
    goal = wanted;
  }

  @Override
  public int prepare(Path bundle) {
    return launcher.prepare(bundle);
  }

  @Override
  public void keep(List<Integer> revisions) {
    launcher.keep(revisions);
  }

  @Override
  public synchronized List<ReplicaStatus> replicas() {
    return members.stream().map(LocalFleet::status).toList();
  }

  private static ReplicaStatus status(Member member) {
    return new ReplicaStatus(
        member.server().id(),
        member.revision(),
        member.server().alive() ? State.READY : State.LOST,
        member.restarts());
  }

  @Override
  public ReplicaStatus start(int revision) {
    Server server = launcher.launch(revision);
    Member member = new Member(server, revision, 0, System.nanoTime());
    synchronized (this) {
      members.add(member);
      front.add(server.port());
      launcher.record(goal, members);
    }
    return status(member);
  }

  @Override
  public void retire(ReplicaStatus replica) {
    Member found = null;
    synchronized (this) {
      for (Member each : List.copyOf(members)) {
        if (each.server().id().equals(replica.id())) {
          members.remove(each);
          front.remove(each.server().port());
          found = each;
        }
      }
    }
    if (found != null) {
      found.server().stop();
      synchronized (this) {
        launcher.record(goal, members);
      }
    }
  }

  /** Starts lost ones again, each time with a longer pause before the next time. */
  private void replaceLost() {
    List<Member> lost;
    synchronized (this) {
      lost =
          members.stream()
              .filter(each -> !each.server().alive() && each.notBefore() <= System.nanoTime())
              .toList();
    }
    for (Member each : lost) {
      front.remove(each.server().port());
      events.tell(Kind.REPLICA_LOST, each.revision(), each.server().id());
      try {
        replace(each, launcher.launch(each.revision()));
      } catch (RuntimeException e) {
        LOG.warn("A replica did not come back: {}", e.getMessage());
        replace(each, each.server());
      }
    }
  }

  private void replace(Member lost, Server server) {
    int restarts = lost.restarts() + 1;
    long pauseMillis =
        Math.min(TimeUnit.SECONDS.toMillis(LONGEST_PAUSE_SECONDS), 100L << Math.min(restarts, 20));
    Member member =
        new Member(
            server,
            lost.revision(),
            restarts,
            System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMillis));
    boolean wanted;
    synchronized (this) {
      int index = members.indexOf(lost);
      wanted = index >= 0;
      if (wanted) {
        members.set(index, member);
        if (server.alive()) {
          front.add(server.port());
        }
        launcher.record(goal, members);
      }
    }
    if (!wanted) {
      server.stop();
    } else if (server.alive()) {
      events.tell(Kind.REPLICA_READY, member.revision(), server.id());
    }
  }

  @Override
  public List<String> logs(int linesOfEach) {
    List<Member> all;
    synchronized (this) {
      all = List.copyOf(members);
    }
    List<String> lines = new ArrayList<>();
    all.forEach(each -> lines.addAll(each.server().log(linesOfEach)));
    return lines;
  }

  @Override
  public void remove() {
    halt().forEach(each -> each.server().stop());
    if (!letGo) {
      launcher.remove();
    }
  }

  /** Ends the address and the watch; the replicas go on where they can. */
  public void letGo() {
    halt().forEach(each -> each.server().letGo());
    letGo = true;
    launcher.letGo();
  }

  private List<Member> halt() {
    watching.cancel(true);
    watch.shutdownNow();
    try {
      if (!watch.awaitTermination(LONGEST_PAUSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("The watch of a service did not end.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    front.close();
    synchronized (this) {
      List<Member> all = List.copyOf(members);
      members.clear();
      return all;
    }
  }
}
