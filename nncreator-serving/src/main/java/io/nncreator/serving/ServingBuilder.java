// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.serving.internal.http.HttpLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Describes a {@link ServingServer}. Only the network is required. Not thread-safe. */
public final class ServingBuilder {
  /** Where it listens: this machine only. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  /** The port. */
  public static final int DEFAULT_PORT = 8080;

  /** Largest body, in bytes. */
  public static final int DEFAULT_BODY_BYTES = 1 << 20;

  /** Largest body that can be set, in bytes. */
  public static final int MOST_BODY_BYTES = 64 << 20;

  /** Most rows of a request. */
  public static final int DEFAULT_ROWS = 10_000;

  /** Most requests that wait for the model. */
  public static final int DEFAULT_QUEUE = 256;

  /** Most rows of one run of the model that come from different requests. */
  public static final int DEFAULT_BATCH_ROWS = 32;

  /** Most connections. */
  public static final int DEFAULT_CONNECTIONS = 4_096;

  /** Time for a request to arrive. */
  public static final Duration DEFAULT_READ_TIME = Duration.ofSeconds(10);

  /** Time for an answer. */
  public static final Duration DEFAULT_ANSWER_TIME = Duration.ofSeconds(10);

  /** Time between two requests of a connection. */
  public static final Duration DEFAULT_IDLE_TIME = Duration.ofSeconds(60);

  /** Time that closing waits for answers. */
  public static final Duration DEFAULT_DRAIN_TIME = Duration.ofSeconds(10);

  private static final int HEADER_BYTES = 16 * 1024;
  private static final int LINE_BYTES = 4 * 1024;

  private @Nullable Path bundle;
  private @Nullable NeuralNetwork network;
  private String version = "1";
  private String replica = "";
  private String host = DEFAULT_HOST;
  private int port = DEFAULT_PORT;
  private @Nullable Path tokenFile;
  private int bodyBytes = DEFAULT_BODY_BYTES;
  private int rows = DEFAULT_ROWS;
  private int queue = DEFAULT_QUEUE;
  private int batchRows = DEFAULT_BATCH_ROWS;
  private int connections = DEFAULT_CONNECTIONS;
  private int ioThreads = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
  private Duration readTime = DEFAULT_READ_TIME;
  private Duration answerTime = DEFAULT_ANSWER_TIME;
  private Duration idleTime = DEFAULT_IDLE_TIME;
  private Duration drainTime = DEFAULT_DRAIN_TIME;

  ServingBuilder() {}

  /** Serves the network of a bundle, a folder or zip file; the server closes it. */
  public ServingBuilder bundle(Path folderOrZip) {
    this.bundle = Objects.requireNonNull(folderOrZip, "folderOrZip");
    return this;
  }

  /** Serves a network that is open; the server leaves it open. */
  public ServingBuilder network(NeuralNetwork open) {
    this.network = Objects.requireNonNull(open, "open");
    return this;
  }

  /** Sets which one of the networks of its id it is, of letters, digits, dots and hyphens. */
  public ServingBuilder version(String text) {
    if (!text.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException(
          "The version (" + text + ") must be 1 to 64 letters, digits, dots, hyphens.");
    }
    this.version = text;
    return this;
  }

  /**
   * Sets which one of several equal servers it is, of letters, digits, dots and hyphens; told in
   * the header {@code X-Replica} of every answer. Without it there is no such header.
   */
  public ServingBuilder replica(String id) {
    if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException(
          "The replica (" + id + ") must be 1 to 64 letters, digits, dots, hyphens.");
    }
    this.replica = id;
    return this;
  }

  /** Sets the address to listen on; {@code 0.0.0.0} for all of the machine. */
  public ServingBuilder host(String address) {
    this.host = Objects.requireNonNull(address, "address");
    return this;
  }

  /** Sets the port, 0 to 65535; 0 takes any free one. */
  public ServingBuilder port(int number) {
    this.port = between("port", number, 0, 65_535);
    return this;
  }

  /** Sets the file whose first line requests must carry as a bearer token; health needs none. */
  public ServingBuilder tokenFile(Path file) {
    this.tokenFile = Objects.requireNonNull(file, "file");
    return this;
  }

  /** Sets the largest body in bytes, 1 to {@link #MOST_BODY_BYTES}. */
  public ServingBuilder bodyBytes(int most) {
    this.bodyBytes = between("bodyBytes", most, 1, MOST_BODY_BYTES);
    return this;
  }

  /** Sets the most rows of a request, from 1. */
  public ServingBuilder rows(int most) {
    this.rows = between("rows", most, 1, Integer.MAX_VALUE);
    return this;
  }

  /** Sets how many requests may wait for the model, from 1; more are refused with 429. */
  public ServingBuilder queue(int places) {
    this.queue = between("queue", places, 1, 1 << 20);
    return this;
  }

  /** Sets the most rows that different requests share in one run of the model, from 1. */
  public ServingBuilder batchRows(int most) {
    this.batchRows = between("batchRows", most, 1, 1 << 20);
    return this;
  }

  /** Sets the most connections, from 1; more are closed at once. */
  public ServingBuilder connections(int most) {
    this.connections = between("connections", most, 1, 1 << 20);
    return this;
  }

  /** Sets the number of threads for connections, from 1. */
  public ServingBuilder ioThreads(int count) {
    this.ioThreads = between("ioThreads", count, 1, 256);
    return this;
  }

  /** Sets the time from the first byte of a request to its last; then it is refused with 408. */
  public ServingBuilder readTime(Duration limit) {
    this.readTime = positive("readTime", limit);
    return this;
  }

  /** Sets the time from the last byte of a request to the answer; then it is refused with 504. */
  public ServingBuilder answerTime(Duration limit) {
    this.answerTime = positive("answerTime", limit);
    return this;
  }

  /** Sets the time between requests after which a connection is closed. */
  public ServingBuilder idleTime(Duration limit) {
    this.idleTime = positive("idleTime", limit);
    return this;
  }

  /** Sets the time that closing waits for answers. */
  public ServingBuilder drainTime(Duration limit) {
    this.drainTime = positive("drainTime", limit);
    return this;
  }

  /**
   * Starts the server and returns when it is ready.
   *
   * @throws IllegalStateException if there is no network, or both a bundle and a network
   * @throws io.nncreator.api.error.BundleException if the bundle is damaged or answers wrongly
   * @throws io.nncreator.api.error.ServingException if address or token cannot be used
   */
  public ServingServer start() {
    if ((bundle == null) == (network == null)) {
      throw new IllegalStateException(
          "A server needs one network. Maybe call either bundle(..) or network(..).");
    }
    HttpLimits limits =
        new HttpLimits(
            bodyBytes, HEADER_BYTES, LINE_BYTES, connections, readTime, answerTime, idleTime);
    return ServingServer.start(
        new ServingOptions(
            bundle, network, version, replica, host, port, tokenFile, limits, rows, queue,
            batchRows, ioThreads, drainTime));
  }

  private static int between(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must be from " + least + " to " + most + ".");
    }
    return value;
  }

  private static Duration positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " (" + value + ") must be longer than nothing.");
    }
    return value;
  }
}
