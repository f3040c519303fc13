// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.endpoint;

import io.nncreator.serving.internal.answer.Answer;
import io.nncreator.serving.internal.batch.Batcher;
import io.nncreator.serving.internal.drift.DriftWatch;
import io.nncreator.serving.internal.http.Endpoint;
import io.nncreator.serving.internal.http.Exchange;
import io.nncreator.serving.internal.lifecycle.Lifecycle;
import io.nncreator.serving.internal.metrics.ServingMetrics;
import io.nncreator.serving.internal.model.ServedModel;
import java.nio.charset.StandardCharsets;

/** {@code GET /metrics}. */
final class MetricsEndpoint implements Endpoint {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final ServingMetrics metrics;
  private final Lifecycle lifecycle;
  private final Batcher batcher;
  private final DriftWatch drift;
  private final String labels;

  MetricsEndpoint(ServingMetrics metrics, Lifecycle lifecycle, Batcher batcher, ModelRuns runs) {
    ServedModel model = runs.model();
    this.drift = runs.drift();
    this.metrics = metrics;
    this.lifecycle = lifecycle;
    this.batcher = batcher;
    String sha256 = model.sha256() == null ? "" : model.sha256();
    this.labels =
        "{model=\""
            + ServingMetrics.label(model.id())
            + "\",version=\""
            + ServingMetrics.label(model.version())
            + "\",sha256=\""
            + sha256
            + "\"}";
  }

  @Override
  public void handle(Exchange exchange) {
    StringBuilder text = metrics.text();
    ServingMetrics.gauge(text, "nncreator_model_info", labels, 1);
    ServingMetrics.gauge(text, "nncreator_ready", "", lifecycle.ready() ? 1 : 0);
    ServingMetrics.gauge(text, "nncreator_queue_depth", "", batcher.depth());
    ServingMetrics.gauge(text, "nncreator_inflight_requests", "", lifecycle.inflight());
    drift.write(text);
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    exchange.answer(new Answer(200, TYPE, body));
  }
}
