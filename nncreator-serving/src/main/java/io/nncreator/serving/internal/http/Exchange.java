// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.concurrent.EventExecutor;
import io.nncreator.serving.internal.answer.Answer;
import io.nncreator.serving.internal.problem.ProblemJson;
import io.nncreator.serving.internal.problem.Refusal;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request and its answer. Not thread-safe: everything happens on the connection's thread. */
public final class Exchange {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String ID_HEADER = "x-request-id";

  /** Sends answers. */
  interface Sender {
    /** Sends the answer of an exchange; called once. */
    void send(Exchange exchange, Answer answer, @Nullable Refusal refusal);
  }

  private final Sender sender;
  private final EventExecutor executor;
  private final @Nullable HttpRequest head;
  private final String id;
  private final long start = System.nanoTime();
  private byte[] body = new byte[0];
  private @Nullable Route route;
  private final @Nullable String trace;
  private boolean done;

  /**
   * Begins an exchange.
   *
   * @param head null if it cannot be told, because it is not whole
   */
  Exchange(Sender sender, EventExecutor executor, @Nullable HttpRequest head) {
    this.sender = sender;
    this.executor = executor;
    this.head = head;
    this.trace = head == null ? null : TraceParent.legal(head.headers().get(TraceParent.HEADER));
    String given = head == null ? null : head.headers().get(ID_HEADER);
    this.id =
        given != null && ID.matcher(given).matches()
            ? given
            : Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
  }

  /** Returns the body; shared, not copied. */
  public byte[] body() {
    return body;
  }

  /** Returns the media type of the body in lower case without parameters, or null. */
  public @Nullable String mediaType() {
    String type = header(HttpHeaderNames.CONTENT_TYPE.toString());
    if (type == null) {
      return null;
    }
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).trim().toLowerCase(Locale.ROOT);
  }

  /** Returns a header, or null. */
  public @Nullable String header(String name) {
    return head == null ? null : head.headers().get(name);
  }

  /** Returns what the client called the request, or a new name. */
  public String id() {
    return id;
  }

  /** Returns the trace that the client has named, or null. */
  @Nullable String traceParent() {
    return trace;
  }

  /** Does work on the connection's thread: at once if that is the calling one, else later. */
  public void onThread(Runnable work) {
    if (executor.inEventLoop()) {
      work.run();
    } else {
      executor.execute(work);
    }
  }

  /** Sends the answer, unless there was one already. */
  public void answer(Answer answer) {
    send(answer, null);
  }

  /** Sends a refusal, unless there was an answer already. */
  public void refuse(Refusal refusal) {
    byte[] problem = ProblemJson.of(refusal, id);
    send(new Answer(refusal.status(), ProblemJson.TYPE, problem), refusal);
  }

  @Nullable HttpRequest head() {
    return head;
  }

  long start() {
    return start;
  }

  boolean done() {
    return done;
  }

  @Nullable Route route() {
    return route;
  }

  void route(Route found) {
    route = found;
  }

  void body(byte[] bytes) {
    body = bytes;
  }

  /** Nobody waits for the answer any more. */
  void abandon() {
    done = true;
  }

  private void send(Answer answer, @Nullable Refusal refusal) {
    if (!done) {
      done = true;
      sender.send(this, answer, refusal);
    }
  }
}
