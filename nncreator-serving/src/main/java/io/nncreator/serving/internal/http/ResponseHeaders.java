// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.nncreator.serving.internal.answer.Answer;

/** The headers of every answer. Immutable. */
public final class ResponseHeaders {
  private final String version;
  private final String replica;

  /**
   * Takes what all answers tell.
   *
   * @param version of the model
   * @param replica which one of several servers it is; empty for none
   */
  public ResponseHeaders(String version, String replica) {
    this.version = version;
    this.replica = replica;
  }

  void write(HttpResponse response, Exchange exchange, Answer answer, boolean keep) {
    HttpHeaders headers = response.headers();
    headers.set(HttpHeaderNames.CONTENT_TYPE, answer.type());
    headers.set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
    headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
    headers.set("x-content-type-options", "nosniff");
    headers.set("x-model-version", version);
    headers.set("x-request-id", exchange.id());
    if (!replica.isEmpty()) {
      headers.set("x-replica", replica);
    }
    String trace = exchange.traceParent();
    if (trace != null) {
      headers.set(TraceParent.HEADER, trace);
    }
    headers.set(
        HttpHeaderNames.CONNECTION, keep ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
    if (answer.jsonBytes() > 0) {
      headers.set("inference-header-content-length", answer.jsonBytes());
    }
    Route route = exchange.route();
    switch (answer.status()) {
      case 401 -> headers.set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
      case 429, 503 -> headers.set(HttpHeaderNames.RETRY_AFTER, "1");
      default -> {
        if (route != null && answer.status() == 405) {
          headers.set(HttpHeaderNames.ALLOW, route.method());
        }
      }
    }
  }
}
