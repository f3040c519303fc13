// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.nncreator.serving.internal.problem.Refusal;
import java.util.List;

/** Judges the head of a request before any of its body is read. */
final class HeadCheck {
  private final HttpLimits limits;

  HeadCheck(HttpLimits limits) {
    this.limits = limits;
  }

  /**
   * Checks a head.
   *
   * @throws Refusal if the request cannot be read or is too large
   */
  void check(HttpRequest head) {
    if (head.decoderResult().isFailure()) {
      throw malformed(head.decoderResult().cause());
    }
    HttpVersion version = head.protocolVersion();
    boolean current = version.equals(HttpVersion.HTTP_1_1);
    if (!current && !version.equals(HttpVersion.HTTP_1_0)) {
      throw new Refusal(400, "The server speaks HTTP/1.1 and HTTP/1.0.");
    }
    int hosts = head.headers().getAll(HttpHeaderNames.HOST).size();
    if (hosts > 1 || (current && hosts == 0)) {
      throw new Refusal(400, "The request must have one header Host.");
    }
    coding(head, current);
    if (HttpUtil.getContentLength(head, 0L) > limits.bodyBytes()) {
      throw tooLarge();
    }
    List<String> expect = head.headers().getAll(HttpHeaderNames.EXPECT);
    if (!expect.isEmpty() && !HttpUtil.is100ContinueExpected(head)) {
      throw new Refusal(417, "The only expectation that is met is 100-continue.");
    }
  }

  /** Returns the refusal of a body that is too large. */
  Refusal tooLarge() {
    return new Refusal(
        413,
        "The body is larger than "
            + limits.bodyBytes()
            + " bytes. Maybe send the rows in several requests.");
  }

  /** Returns the refusal of what is not HTTP. */
  static Refusal malformed(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return new Refusal(414, "The first line of the request is too long.");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return new Refusal(431, "The headers of the request are too large.");
    }
    return new Refusal(400, "The request is not legal HTTP.");
  }

  private static void coding(HttpRequest head, boolean current) {
    List<String> transfer = head.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    boolean chunked = transfer.size() == 1 && transfer.get(0).trim().equalsIgnoreCase("chunked");
    if (!transfer.isEmpty() && !(chunked && current)) {
      throw new Refusal(400, "The only Transfer-Encoding that is read is chunked, in HTTP/1.1.");
    }
    String content = head.headers().get(HttpHeaderNames.CONTENT_ENCODING);
    if (content != null && !content.equalsIgnoreCase("identity")) {
      throw new Refusal(415, "Compressed bodies are not read. Maybe send it as it is.");
    }
  }
}
