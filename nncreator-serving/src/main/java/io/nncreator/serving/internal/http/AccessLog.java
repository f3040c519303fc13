// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

import io.nncreator.serving.internal.answer.Answer;
import io.nncreator.serving.internal.metrics.ServingMetrics;
import io.nncreator.serving.internal.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes each answer: never a value of a row, nor a path that a client made up. */
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("io.nncreator.serving.access");
  private static final double NANO = 1e-9;

  private final ServingMetrics metrics;

  AccessLog(ServingMetrics metrics) {
    this.metrics = metrics;
  }

  void note(Exchange exchange, Answer answer, @Nullable Refusal refusal) {
    long nanos = System.nanoTime() - exchange.start();
    metrics.requests().increment(Integer.toString(answer.status()));
    metrics.request().add(nanos * NANO);
    String reason = refusal == null ? null : refusal.reason();
    if (reason != null) {
      metrics.rejected().increment(reason);
    }
    Route route = exchange.route();
    if (LOG.isInfoEnabled() && !probe(route, answer)) {
      String trace = exchange.traceParent();
      LOG.info(
          "{} {} {} {} bytes in, {} us, {} bytes out, request {}{}",
          route == null ? "-" : route.method(),
          route == null ? "-" : route.path(),
          answer.status(),
          exchange.body().length,
          nanos / 1_000,
          answer.body().length,
          exchange.id(),
          trace == null ? "" : " trace " + TraceParent.trace(trace));
    }
  }

  /** Probes come several times a second and say nothing while all is well. */
  private static boolean probe(@Nullable Route route, Answer answer) {
    return route != null && !route.needsToken() && answer.status() == 200;
  }
}
