// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.serving;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection that asks and reads answers with a Content-Length. */
final class LoadConnection {
  private static final int ROOM = 1 << 16;
  private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.ISO_8859_1);
  private static final int STATUS_AT = 9;

  private final SocketChannel channel;
  private final ByteBuffer request;
  private final Latencies latencies;
  private final ByteBuffer answer = ByteBuffer.allocate(ROOM);
  private long asked;

  private LoadConnection(SocketChannel channel, byte[] request, Latencies latencies) {
    this.channel = channel;
    this.request = ByteBuffer.allocateDirect(request.length).put(request);
    this.latencies = latencies;
  }

  static LoadConnection open(int port, Selector selector, byte[] request, Latencies latencies)
      throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    LoadConnection connection = new LoadConnection(channel, request, latencies);
    channel.register(selector, SelectionKey.OP_READ, connection);
    return connection;
  }

  /** Sends the request; it is small enough for the buffers of the socket. */
  void ask() throws IOException {
    request.flip().rewind();
    request.limit(request.capacity());
    asked = System.nanoTime();
    while (request.hasRemaining()) {
      channel.write(request);
    }
  }

  /** Reads what has come; returns whether the answer is whole. */
  boolean answered() throws IOException {
    if (channel.read(answer) < 0) {
      throw new IOException("The server closed a connection.");
    }
    byte[] bytes = answer.array();
    int end = headEnd(bytes, answer.position());
    if (end < 0 || answer.position() < end + bodyLength(bytes, end)) {
      return false;
    }
    boolean good = bytes[STATUS_AT] == '2';
    latencies.add(System.nanoTime() - asked, good);
    answer.clear();
    return true;
  }

  void close() throws IOException {
    channel.close();
  }

  private static int headEnd(byte[] bytes, int length) {
    for (int i = 3; i < length; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int bodyLength(byte[] bytes, int end) throws IOException {
    for (int i = 0; i + LENGTH.length < end; i++) {
      int same = 0;
      while (same < LENGTH.length && Character.toLowerCase(bytes[i + same]) == LENGTH[same]) {
        same++;
      }
      if (same == LENGTH.length) {
        int number = 0;
        for (int at = i + same; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
          number = 10 * number + bytes[at] - '0';
        }
        return number;
      }
    }
    throw new IOException("An answer has no Content-Length.");
  }
}
