// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Times what a connection does. A request must be whole in a total time that further bytes do not
 * prolong, so that clients who dribble are cut. One slow tick for each connection is cheaper than a
 * timer for each request; a limit may be passed by a quarter.
 */
final class ConnectionClock extends ChannelInboundHandlerAdapter {
  private static final long FASTEST = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long SLOWEST = TimeUnit.SECONDS.toNanos(1);

  /** What a connection is doing; also the event when it has done so for too long. */
  enum Phase {
    IDLE,
    READING,
    ANSWERING
  }

  private final HttpLimits limits;
  private Phase phase = Phase.IDLE;
  private long since = System.nanoTime();
  private @Nullable ScheduledFuture<?> ticks;

  ConnectionClock(HttpLimits limits) {
    this.limits = limits;
  }

  /** Begins a phase. */
  void enter(Phase next) {
    phase = next;
    since = System.nanoTime();
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    long shortest =
        Math.min(
            limits.read().toNanos(), Math.min(limits.answer().toNanos(), limits.idle().toNanos()));
    long tick = Math.max(FASTEST, Math.min(SLOWEST, shortest / 4));
    ticks = ctx.executor().scheduleAtFixedRate(() -> tick(ctx), tick, tick, TimeUnit.NANOSECONDS);
    ctx.fireChannelActive();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (ticks != null) {
      ticks.cancel(false);
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    if (phase == Phase.IDLE) {
      enter(Phase.READING);
    }
    ctx.fireChannelRead(bytes);
  }

  private void tick(ChannelHandlerContext ctx) {
    long limit =
        switch (phase) {
          case IDLE -> limits.idle().toNanos();
          case READING -> limits.read().toNanos();
          case ANSWERING -> limits.answer().toNanos();
        };
    if (System.nanoTime() - since > limit) {
      ctx.fireUserEventTriggered(phase);
    }
  }
}
