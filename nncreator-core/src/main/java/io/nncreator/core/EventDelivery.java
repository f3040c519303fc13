// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import io.nncreator.api.event.CreationEvent;
import io.nncreator.api.event.CreationListener;
import io.nncreator.api.event.TrialProgressed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to listeners on a thread of its own, in order, so that a slow or failing listener
 * never holds up a creation. Progress of one trial that waits is replaced by newer progress of it.
 */
final class EventDelivery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventDelivery.class);

  private final List<CreationListener> listeners;
  private final Deque<CreationEvent> waiting = new ArrayDeque<>();
  private final Thread thread;
  private boolean closed;

  EventDelivery(String creation, List<CreationListener> listeners) {
    this.listeners = List.copyOf(listeners);
    this.thread = new Thread(this::deliver, "nncreator-events-" + creation);
    thread.setDaemon(true);
    thread.start();
  }

  synchronized void publish(CreationEvent event) {
    if (closed) {
      return;
    }
    if (event instanceof TrialProgressed fresh
        && waiting.peekLast() instanceof TrialProgressed last
        && last.trial() == fresh.trial()) {
      waiting.removeLast();
    }
    waiting.addLast(event);
    notifyAll();
  }

  /** Ends after all waiting events are delivered; does not wait for that. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Waits until every event published before {@link #close} is delivered. */
  void drain(long millis) throws InterruptedException {
    if (Thread.currentThread() != thread) {
      thread.join(millis);
    }
  }

  private void deliver() {
    CreationEvent event;
    while ((event = next()) != null) {
      for (CreationListener listener : listeners) {
        tell(listener, event);
      }
    }
  }

  private synchronized @org.jspecify.annotations.Nullable CreationEvent next() {
    try {
      while (waiting.isEmpty() && !closed) {
        wait();
      }
      return waiting.pollFirst();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static void tell(CreationListener listener, CreationEvent event) {
    try {
      listener.onEvent(event);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      LOG.warn("A listener failed on {}; the creation goes on", event, e);
    }
  }
}
