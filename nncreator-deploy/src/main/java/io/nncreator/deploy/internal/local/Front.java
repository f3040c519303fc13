// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

import io.nncreator.api.error.DeploymentException;
import io.nncreator.api.error.ErrorCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The one address of a service: passes each connection on to the replica that has the fewest. It
 * moves bytes and understands none. Thread-safe.
 */
final class Front implements AutoCloseable {
  private static final byte[] NOBODY =
      ("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\n"
              + "Connection: close\r\n\r\n")
          .getBytes(StandardCharsets.US_ASCII);
  private static final int THREADS = 2;

  private final AsynchronousChannelGroup group;
  private final AsynchronousServerSocketChannel listener;
  private final List<Target> targets = new CopyOnWriteArrayList<>();
  private final String host;
  private final int port;

  private Front(
      AsynchronousChannelGroup group, AsynchronousServerSocketChannel listener, String host)
      throws IOException {
    this.group = group;
    this.listener = listener;
    this.host = host;
    this.port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
  }

  /**
   * Listens on an address.
   *
   * @throws DeploymentException with {@link ErrorCode#DEPLOYMENT_ADDRESS}
   */
  static Front open(String host, int port) {
    @Nullable AsynchronousChannelGroup group = null;
    try {
      group = AsynchronousChannelGroup.withFixedThreadPool(THREADS, Front::thread);
      AsynchronousServerSocketChannel listener =
          AsynchronousServerSocketChannel.open(group)
              .setOption(StandardSocketOptions.SO_REUSEADDR, true)
              .bind(new InetSocketAddress(host, port));
      Front front = new Front(group, listener, host);
      front.accept();
      return front;
    } catch (IOException | RuntimeException e) {
      shut(group);
      throw new DeploymentException(
          ErrorCode.DEPLOYMENT_ADDRESS,
          "The address ("
              + host
              + ", port "
              + port
              + ") cannot be listened on: "
              + e.getMessage()
              + ". Maybe choose another port, or 0 for any free one.",
          e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "nncreator-front");
    thread.setDaemon(true);
    return thread;
  }

  /** Returns where it listens. */
  URI address() {
    boolean any = host.equals("0.0.0.0") || host.equals("::");
    String named = any ? "127.0.0.1" : host;
    return URI.create("http://" + (named.contains(":") ? "[" + named + "]" : named) + ":" + port);
  }

  /** Returns the port on which it listens. */
  int port() {
    return port;
  }

  /** Passes connections on to a port of this machine as well. */
  void add(int target) {
    targets.add(new Target(target));
  }

  /** Passes no more connections on to a port; those that are open stay. */
  void remove(int target) {
    targets.removeIf(each -> each.port() == target);
  }

  private void accept() {
    listener.accept(
        null,
        new CompletionHandler<AsynchronousSocketChannel, @Nullable Void>() {
          @Override
          public void completed(AsynchronousSocketChannel client, @Nullable Void nothing) {
            if (listener.isOpen()) {
              accept();
            }
            List<Target> order = new ArrayList<>(targets);
            order.sort(Comparator.comparingInt(Target::connections));
            pass(client, order, 0);
          }

          @Override
          public void failed(Throwable reason, @Nullable Void nothing) {
            if (listener.isOpen()) {
              accept();
            }
          }
        });
  }

  /** Tries the targets in turn: one that has just ended refuses at once. */
  private void pass(AsynchronousSocketChannel client, List<Target> order, int index) {
    if (index >= order.size()) {
      client.write(ByteBuffer.wrap(NOBODY), client, new ClosingHandler());
      return;
    }
    Target target = order.get(index);
    AsynchronousSocketChannel server;
    try {
      server = AsynchronousSocketChannel.open(group);
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
      server.setOption(StandardSocketOptions.TCP_NODELAY, true);
    } catch (IOException | RuntimeException e) {
      Pipe.close(client);
      return;
    }
    target.open();
    server.connect(
        new InetSocketAddress("127.0.0.1", target.port()),
        null,
        new CompletionHandler<@Nullable Void, @Nullable Void>() {
          @Override
          public void completed(@Nullable Void done, @Nullable Void nothing) {
            AtomicBoolean counted = new AtomicBoolean();
            Runnable end =
                () -> {
                  if (counted.compareAndSet(false, true)) {
                    target.close();
                  }
                };
            Pipe.join(client, server, end);
          }

          @Override
          public void failed(Throwable reason, @Nullable Void nothing) {
            target.close();
            Pipe.close(server);
            pass(client, order, index + 1);
          }
        });
  }

  @Override
  public void close() {
    targets.clear();
    shut(group);
  }

  private static void shut(@Nullable AsynchronousChannelGroup group) {
    if (group != null) {
      try {
        group.shutdownNow();
      } catch (IOException e) {
        // The system frees the sockets with the process.
        return;
      }
    }
  }

  /** Ends a connection once its answer is written. */
  private static final class ClosingHandler
      implements CompletionHandler<Integer, AsynchronousSocketChannel> {
    @Override
    public void completed(Integer bytes, AsynchronousSocketChannel client) {
      Pipe.close(client);
    }

    @Override
    public void failed(Throwable reason, AsynchronousSocketChannel client) {
      Pipe.close(client);
    }
  }
}
