// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.serving.internal.batch.Batcher;
import io.nncreator.serving.internal.endpoint.HealthEndpoints;
import io.nncreator.serving.internal.endpoint.ModelEndpoints;
import io.nncreator.serving.internal.http.BearerToken;
import io.nncreator.serving.internal.http.HttpListener;
import io.nncreator.serving.internal.http.ResponseHeaders;
import io.nncreator.serving.internal.http.Router;
import io.nncreator.serving.internal.http.ServerParts;
import io.nncreator.serving.internal.lifecycle.Lifecycle;
import io.nncreator.serving.internal.metrics.ServingMetrics;
import io.nncreator.serving.internal.model.ServedModel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server that answers rows with one network. Thread-safe.
 *
 * <pre>{@code
 * try (ServingServer server = ServingServer.builder().bundle(folder).port(8080).start()) {
 *   System.out.println(server.url());
 *   server.awaitEnd();
 * }
 * }</pre>
 *
 * <p>The paths are described in {@code docs/serving.md} and in {@code GET /openapi.json}.
 */
public final class ServingServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServingServer.class);

  private final Lifecycle lifecycle = new Lifecycle();
  private final ServingMetrics metrics = new ServingMetrics();
  private final Router router = new Router();
  private final ServingOptions options;
  private final HttpListener listener;
  private @Nullable NeuralNetwork owned;
  private @Nullable Batcher batcher;
  private boolean closed;

  private ServingServer(ServingOptions options) {
    this.options = options;
    BearerToken token = options.tokenFile() == null ? null : BearerToken.read(options.tokenFile());
    router.set(new HealthEndpoints(lifecycle).routes(), false);
    this.listener =
        HttpListener.open(
            new InetSocketAddress(options.host(), options.port()),
            options.ioThreads(),
            new ServerParts(
                options.limits(),
                router,
                lifecycle,
                metrics,
                new ResponseHeaders(options.version(), options.replica()),
                token));
  }

  /** Begins to describe a server. */
  public static ServingBuilder builder() {
    return new ServingBuilder();
  }

  /**
   * Listens, loads the network, has it answer its golden rows, and becomes ready.
   *
   * <p>It listens first, so that who looks after it sees it live and not yet ready.
   */
  static ServingServer start(ServingOptions options) {
    // Sockets and network do not wait for each other: a start takes as long as the longer one.
    ModelLoading loading = ModelLoading.begin(options);
    ServingServer server;
    try {
      server = new ServingServer(options);
    } catch (RuntimeException e) {
      loading.discard();
      throw e;
    }
    try {
      server.serve(loading.await());
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void serve(ServedModel model) {
    owned = options.bundle() == null ? null : model.network();
    Batcher started =
        new Batcher(
            model.network(), options.queue(), options.batchRows(), metrics, lifecycle::fail);
    batcher = started;
    router.set(
        ModelEndpoints.routes(
            model,
            started,
            lifecycle,
            metrics,
            options.limits(),
            options.rows(),
            Objects.requireNonNullElse(
                ServingServer.class.getPackage().getImplementationVersion(), "development")),
        true);
    lifecycle.started();
    LOG.info("Serving the network ({}) at {}", model.id(), url());
  }

  /** Has it answer some requests of its own. */
  void rehearse() throws IOException {
    NeuralNetwork network = owned;
    if (network != null) {
      Rehearsal.run(port(), network.info());
    }
  }

  /** Returns where it listens, such as {@code http://127.0.0.1:8080}. */
  public URI url() {
    boolean any = options.host().equals("0.0.0.0") || options.host().equals("::");
    String host = any ? "127.0.0.1" : options.host();
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
  }

  /** Returns the port on which it listens. */
  public int port() {
    return listener.port();
  }

  /** Returns whether it wants to be sent requests. */
  public boolean ready() {
    return lifecycle.ready();
  }

  /** Returns whether it ran out of memory, after which the process should be replaced. */
  public boolean failed() {
    return lifecycle.state() == Lifecycle.State.FAILED;
  }

  /**
   * Tells load balancers, by {@code /health}, to send no more. Requests are still answered, but
   * each answer closes its connection.
   */
  public void drain() {
    lifecycle.drain();
  }

  /** Waits until the server is closed or has {@linkplain #failed failed}. */
  public void awaitEnd() throws InterruptedException {
    lifecycle.awaitEnd();
  }

  /**
   * Takes no more requests, waits a limited time for the answers of those that it has, and frees
   * everything. A network that was given stays open.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    lifecycle.stop();
    listener.refuseMore();
    Duration patience = options.drain();
    try {
      if (!lifecycle.awaitIdle(patience.toNanos())) {
        LOG.warn("{} requests had no answer after {}", lifecycle.inflight(), patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (batcher != null) {
      batcher.close();
    }
    listener.close();
    if (owned != null) {
      owned.close();
    }
    lifecycle.end();
  }
}
