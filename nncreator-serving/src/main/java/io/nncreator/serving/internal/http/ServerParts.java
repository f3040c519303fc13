// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

import io.nncreator.serving.internal.lifecycle.Lifecycle;
import io.nncreator.serving.internal.metrics.ServingMetrics;
import io.nncreator.serving.internal.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all connections of a server share. Thread-safe. */
public final class ServerParts {
  private static final Logger LOG = LoggerFactory.getLogger(ServerParts.class);

  private final HttpLimits limits;
  private final Router router;
  private final Lifecycle lifecycle;
  private final AccessLog log;
  private final HeadCheck heads;
  private final ResponseHeaders headers;
  private final @Nullable BearerToken token;

  /**
   * Takes the parts.
   *
   * @param headers of all answers
   * @param token null if everybody may ask
   */
  public ServerParts(
      HttpLimits limits,
      Router router,
      Lifecycle lifecycle,
      ServingMetrics metrics,
      ResponseHeaders headers,
      @Nullable BearerToken token) {
    this.limits = limits;
    this.router = router;
    this.lifecycle = lifecycle;
    this.log = new AccessLog(metrics);
    this.heads = new HeadCheck(limits);
    this.headers = headers;
    this.token = token;
  }

  HttpLimits limits() {
    return limits;
  }

  Router router() {
    return router;
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }

  AccessLog log() {
    return log;
  }

  HeadCheck heads() {
    return heads;
  }

  ResponseHeaders headers() {
    return headers;
  }

  /** Refuses a request without the token where one is needed. */
  void authorize(Exchange exchange) {
    Route route = exchange.route();
    if (token != null
        && route != null
        && route.needsToken()
        && !token.matches(exchange.header("authorization"))) {
      throw new Refusal(401, "The path needs the header \"Authorization: Bearer TOKEN\".");
    }
  }

  /** Logs a defect, and returns what a client may know of it. */
  Refusal failure(Throwable defect) {
    LOG.error("A request failed", defect);
    return new Refusal(500, "The server failed. Its log has the reason.");
  }
}
