// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.lifecycle;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Where a server stands, and how many requests it is answering. Thread-safe. */
public final class Lifecycle {
  /** Where a server stands. */
  public enum State {
    /** It listens, but the network is still being loaded and checked. */
    STARTING,
    /** It answers. */
    READY,
    /** It still answers, but asks not to be sent more. */
    DRAINING,
    /** It answers what it has taken, and takes nothing more. */
    STOPPING,
    /** It ran out of memory: the process should be replaced. */
    FAILED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);
  private final AtomicInteger inflight = new AtomicInteger();
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Returns where the server stands. */
  public State state() {
    return state.get();
  }

  /** Returns whether it wants to be sent requests. */
  public boolean ready() {
    return state() == State.READY;
  }

  /** Returns whether requests are taken. */
  public boolean open() {
    State now = state();
    return now == State.READY || now == State.DRAINING;
  }

  /** Returns whether connections stay open after an answer. */
  public boolean keepsConnections() {
    State now = state();
    return now == State.READY || now == State.STARTING;
  }

  /** The network is loaded and answers as it should. */
  public void started() {
    state.compareAndSet(State.STARTING, State.READY);
  }

  /** Asks not to be sent more. */
  public void drain() {
    state.compareAndSet(State.READY, State.DRAINING);
  }

  /** Takes nothing more. */
  public void stop() {
    state.updateAndGet(now -> now == State.FAILED ? now : State.STOPPING);
  }

  /** Gives up. */
  public void fail() {
    state.set(State.FAILED);
    ended.countDown();
  }

  /** The end is reached. */
  public void end() {
    ended.countDown();
  }

  /** Waits for the end. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** Counts a request that is being answered. */
  public void enter() {
    inflight.incrementAndGet();
  }

  /** Counts a request that has got its answer. */
  public void leave() {
    if (inflight.decrementAndGet() == 0 && !open()) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Returns the number of requests that are being answered. */
  public int inflight() {
    return inflight.get();
  }

  /**
   * Waits until no request is being answered; after {@link #stop}.
   *
   * @return whether that happened in time
   */
  public synchronized boolean awaitIdle(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    while (inflight.get() > 0) {
      long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (millis <= 0) {
        return false;
      }
      wait(millis);
    }
    return true;
  }
}
