// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.endpoint;

import io.nncreator.serving.internal.answer.Answer;
import io.nncreator.serving.internal.answer.JsonDocument;
import io.nncreator.serving.internal.http.Exchange;
import io.nncreator.serving.internal.http.Route;
import io.nncreator.serving.internal.lifecycle.Lifecycle;
import java.util.List;
import java.util.Locale;

/**
 * Tells whether the process lives and whether it wants requests. Both flags are in each answer,
 * since clients of the Open Inference Protocol look for one or the other.
 */
public final class HealthEndpoints {
  private final Lifecycle lifecycle;

  /** Takes what is told. */
  public HealthEndpoints(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  /** Returns the paths, which need no token. */
  public List<Route> routes() {
    return List.of(
        new Route("GET", "/health", "Whether it wants requests", false, this::ready),
        new Route("GET", "/health/ready", "Whether it wants requests", false, this::ready),
        new Route("GET", "/health/live", "Whether the process works", false, this::live),
        new Route("GET", "/v2/health/ready", "Whether it wants requests", false, this::ready),
        new Route("GET", "/v2/health/live", "Whether the process works", false, this::live));
  }

  void ready(Exchange exchange) {
    exchange.answer(answer(lifecycle.ready()));
  }

  private void live(Exchange exchange) {
    exchange.answer(answer(lifecycle.state() != Lifecycle.State.FAILED));
  }

  private Answer answer(boolean good) {
    Lifecycle.State state = lifecycle.state();
    byte[] body =
        JsonDocument.object(
            json -> {
              json.writeStringField("status", state.name().toLowerCase(Locale.ROOT));
              json.writeBooleanField("live", state != Lifecycle.State.FAILED);
              json.writeBooleanField("ready", state == Lifecycle.State.READY);
            });
    return new Answer(good ? 200 : 503, Answer.JSON, body);
  }
}
