// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.SocketChannel;
import java.util.concurrent.TimeUnit;

/** The last answer of a connection. */
final class Farewell {
  private static final long LINGER_MILLIS = 500;

  private Farewell() {}

  /**
   * Sends an answer and closes the connection. Where the client may still be sending, it is read
   * and thrown away for a moment: closing at once would reset the connection, and the client might
   * never see the answer.
   */
  static void send(ChannelHandlerContext ctx, Object response, boolean whole) {
    if (whole || !(ctx.channel() instanceof SocketChannel socket)) {
      var unused = ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
      return;
    }
    var unused = ctx.writeAndFlush(response).addListener(sent -> endOutput(socket));
    socket.config().setAutoRead(true);
    linger(ctx, socket);
  }

  private static void endOutput(SocketChannel socket) {
    var unused = socket.shutdownOutput();
  }

  private static void linger(ChannelHandlerContext ctx, SocketChannel socket) {
    var unused = ctx.executor().schedule(() -> end(socket), LINGER_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static void end(SocketChannel socket) {
    var unused = socket.close();
  }
}
