// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.deployer;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that ask without a pause until they are closed. */
final class Traffic implements AutoCloseable {
  private static final int CLIENTS = 3;

  private final AtomicBoolean ending = new AtomicBoolean();
  private final AtomicInteger answered = new AtomicInteger();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();

  Traffic(Client client) {
    for (int i = 0; i < CLIENTS; i++) {
      Thread thread = new Thread(() -> ask(client), "traffic");
      thread.start();
      threads.add(thread);
    }
  }

  private void ask(Client client) {
    while (!ending.get()) {
      try {
        HttpResponse<String> answer = client.predict();
        if (answer.statusCode() == 200) {
          answered.incrementAndGet();
        } else {
          failures.merge(answer.statusCode() + " " + answer.body(), 1, Integer::sum);
        }
      } catch (RuntimeException e) {
        failures.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
      }
    }
  }

  /** Returns how many requests were answered. */
  int answered() {
    return answered.get();
  }

  /** Returns how often each failure was seen. */
  Map<String, Integer> failures() {
    return Map.copyOf(failures);
  }

  @Override
  public void close() {
    end();
  }

  /** Waits for the last answers. */
  void end() {
    ending.set(true);
    for (Thread each : threads) {
      try {
        each.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
