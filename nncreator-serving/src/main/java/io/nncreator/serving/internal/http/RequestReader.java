// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.nncreator.serving.internal.answer.Answer;
import io.nncreator.serving.internal.http.ConnectionClock.Phase;
import io.nncreator.serving.internal.lifecycle.Lifecycle;
import io.nncreator.serving.internal.problem.Refusal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts requests together, has them answered one after the other, and sends the answers. One for
 * each connection, on its thread. While a request is being answered the connection is not read, so
 * a client that sends faster than it is answered fills its own buffers, not ours.
 */
final class RequestReader extends ChannelInboundHandlerAdapter implements Exchange.Sender {
  private static final int FIRST_ROOM = 1_024;

  /** What stands in them is ours, or was checked before. */
  private static final HttpHeadersFactory HEADERS =
      DefaultHttpHeadersFactory.headersFactory().withValidation(false);

  private final ServerParts parts;
  private final ConnectionClock clock;
  private @Nullable ChannelHandlerContext context;
  private @Nullable Exchange exchange;
  private byte[] body = new byte[0];
  private int length;
  private boolean whole;
  private boolean ending;

  RequestReader(ServerParts parts, ConnectionClock clock) {
    this.parts = parts;
    this.clock = clock;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (!ending && message instanceof HttpRequest head) {
        begin(ctx, head);
      }
      if (!ending && message instanceof HttpContent content && exchange != null) {
        add(ctx, exchange, content);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable() && exchange == null) {
      ctx.channel().config().setAutoRead(true);
    }
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (!(event instanceof Phase phase)) {
      ctx.fireUserEventTriggered(event);
    } else if (phase == Phase.IDLE || ending) {
      var unused = ctx.channel().close();
    } else if (phase == Phase.READING) {
      Exchange late = exchange == null ? open(ctx, null) : exchange;
      late.refuse(new Refusal(408, "The request did not arrive in time."));
    } else if (exchange != null) {
      exchange.refuse(new Refusal(504, "The answer was not ready in time. Maybe try again."));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    Exchange torn = exchange;
    if (torn != null && !whole) {
      exchange = null;
      torn.abandon();
      parts.lifecycle().leave();
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof OutOfMemoryError) {
      parts.lifecycle().fail();
    }
    var unused = ctx.channel().close();
  }

  private Exchange open(ChannelHandlerContext ctx, @Nullable HttpRequest head) {
    Exchange begun = new Exchange(this, ctx.executor(), head);
    exchange = begun;
    body = new byte[0];
    length = 0;
    whole = false;
    parts.lifecycle().enter();
    clock.enter(Phase.READING);
    return begun;
  }

  private void begin(ChannelHandlerContext ctx, HttpRequest head) {
    Exchange begun = open(ctx, head);
    try {
      parts.heads().check(head);
      begun.route(parts.router().find(head.method().name(), path(head.uri())));
      parts.authorize(begun);
      if (HttpUtil.is100ContinueExpected(head)) {
        var unused =
            ctx.writeAndFlush(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
      }
    } catch (Refusal refusal) {
      // With a body still to come the connection must end: nobody reads that body.
      whole = !head.decoderResult().isFailure() && !hasBody(head);
      begun.refuse(refusal);
    }
  }

  private static boolean hasBody(HttpRequest head) {
    return HttpUtil.isTransferEncodingChunked(head) || HttpUtil.isContentLengthSet(head);
  }

  private static String path(String uri) {
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }

  private void add(ChannelHandlerContext ctx, Exchange begun, HttpContent content) {
    if (begun.done()) {
      return;
    }
    if (content.decoderResult().isFailure()) {
      begun.refuse(HeadCheck.malformed(content.decoderResult().cause()));
      return;
    }
    ByteBuf bytes = content.content();
    int more = bytes.readableBytes();
    if (more > parts.limits().bodyBytes() - length) {
      begun.refuse(parts.heads().tooLarge());
      return;
    }
    if (length + more > body.length) {
      int room = Math.max(FIRST_ROOM, Math.max(length + more, 2 * body.length));
      body = Arrays.copyOf(body, content instanceof LastHttpContent ? length + more : room);
    }
    bytes.readBytes(body, length, more);
    length += more;
    if (content instanceof LastHttpContent) {
      whole = true;
      begun.body(length == body.length ? body : Arrays.copyOf(body, length));
      clock.enter(Phase.ANSWERING);
      handle(begun);
      if (!begun.done()) {
        ctx.channel().config().setAutoRead(false);
      }
    }
  }

  private void handle(Exchange begun) {
    Route route = begun.route();
    try {
      if (route != null) {
        route.endpoint().handle(begun);
      }
    } catch (Refusal refusal) {
      begun.refuse(refusal);
    } catch (OutOfMemoryError e) {
      begun.refuse(parts.failure(e));
      parts.lifecycle().fail();
    } catch (RuntimeException | StackOverflowError e) {
      begun.refuse(parts.failure(e));
    }
  }

  @Override
  public void send(Exchange answered, Answer answer, @Nullable Refusal refusal) {
    Lifecycle lifecycle = parts.lifecycle();
    ChannelHandlerContext ctx = context;
    HttpRequest head = answered.head();
    boolean keep =
        whole && head != null && HttpUtil.isKeepAlive(head) && lifecycle.keepsConnections();
    lifecycle.leave();
    parts.log().note(answered, answer, refusal);
    body = new byte[0];
    exchange = null;
    ending = !keep;
    clock.enter(Phase.IDLE);
    if (ctx == null || !ctx.channel().isActive()) {
      return;
    }
    FullHttpResponse response = response(answered, answer, head, keep);
    if (keep) {
      var unused = ctx.writeAndFlush(response);
      ctx.channel().config().setAutoRead(ctx.channel().isWritable());
    } else {
      Farewell.send(ctx, response, whole);
    }
  }

  private FullHttpResponse response(
      Exchange answered, Answer answer, @Nullable HttpRequest head, boolean keep) {
    boolean empty = head != null && head.method().name().equals("HEAD");
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            empty ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(answer.body()),
            HEADERS,
            HEADERS);
    parts.headers().write(response, answered, answer, keep);
    return response;
  }
}
