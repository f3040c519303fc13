// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ServingException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** A listening socket with its threads and connections. Thread-safe. */
public final class HttpListener implements AutoCloseable {
  private static final int BACKLOG = 1_024;

  private final EventLoopGroup threads;
  private final ChannelGroup connections;
  private final Channel socket;

  private HttpListener(EventLoopGroup threads, ChannelGroup connections, Channel socket) {
    this.threads = threads;
    this.connections = connections;
    this.socket = socket;
  }

  /**
   * Listens.
   *
   * @param count number of threads
   * @throws ServingException with {@link ErrorCode#SERVING_ADDRESS}
   */
  public static HttpListener open(InetSocketAddress address, int count, ServerParts parts) {
    EventLoopGroup threads =
        new MultiThreadIoEventLoopGroup(
            count, new DefaultThreadFactory("nncreator-serving", true), NioIoHandler.newFactory());
    ChannelGroup connections = new DefaultChannelGroup(threads.next(), true);
    ChannelFuture bound =
        new ServerBootstrap()
            .group(threads)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(initializer(connections, parts))
            .bind(address)
            .awaitUninterruptibly();
    Throwable problem = bound.cause();
    if (problem != null) {
      stop(threads);
      throw new ServingException(
          ErrorCode.SERVING_ADDRESS,
          "The server cannot listen on ("
              + address.getHostString()
              + ":"
              + address.getPort()
              + "): "
              + problem.getMessage()
              + ". Maybe choose another port, or 0 for any free one.",
          problem);
    }
    return new HttpListener(threads, connections, bound.channel());
  }

  private static ChannelInitializer<Channel> initializer(
      ChannelGroup connections, ServerParts parts) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        if (connections.size() >= parts.limits().connections()) {
          var unused = channel.close();
          return;
        }
        connections.add(channel);
        ConnectionClock clock = new ConnectionClock(parts.limits());
        channel
            .pipeline()
            .addLast(
                clock,
                new StrictRequestDecoder(parts.limits()),
                new HttpResponseEncoder(),
                new FlowControlHandler(),
                new RequestReader(parts, clock));
      }
    };
  }

  /** Returns the port. */
  public int port() {
    return ((InetSocketAddress) socket.localAddress()).getPort();
  }

  /** Returns the number of connections. */
  public int connections() {
    return connections.size();
  }

  /** Takes no more connections. */
  public void refuseMore() {
    socket.close().awaitUninterruptibly();
  }

  @Override
  public void close() {
    refuseMore();
    connections.close().awaitUninterruptibly();
    stop(threads);
  }

  private static void stop(EventLoopGroup threads) {
    threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
