// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A plain socket, on which requests can be as wrong as a test wants them. */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;

  /** An answer. */
  record Reply(int status, String head, String body) {
    String header(String name) {
      for (String line : head.split("\r\n")) {
        int colon = line.indexOf(':');
        if (colon > 0 && line.substring(0, colon).equalsIgnoreCase(name)) {
          return line.substring(colon + 1).trim();
        }
      }
      return "";
    }
  }

  Wire(ServingServer server) throws IOException {
    this(server.port());
  }

  Wire(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
  }

  static Reply get(ServingServer server, String path, String... headers) throws IOException {
    return once(server, request("GET", path, "", headers));
  }

  static Reply get(int port, String path) throws IOException {
    try (Wire wire = new Wire(port)) {
      wire.send(request("GET", path, ""));
      return wire.reply();
    }
  }

  static Reply post(ServingServer server, String path, String body, String... headers)
      throws IOException {
    return once(server, request("POST", path, body, headers));
  }

  static Reply once(ServingServer server, byte[] request) throws IOException {
    try (Wire wire = new Wire(server)) {
      wire.send(request);
      return wire.reply();
    }
  }

  static byte[] request(String method, String path, String body, String... headers) {
    return request(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  static byte[] request(String method, String path, byte[] body, String... headers) {
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: h\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    if (method.equals("POST")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends no more. */
  void finish() throws IOException {
    socket.shutdownOutput();
  }

  Reply reply() throws IOException {
    Reply bare = head();
    String length = bare.header("content-length");
    byte[] body =
        socket.getInputStream().readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
    return new Reply(bare.status(), bare.head(), new String(body, StandardCharsets.UTF_8));
  }

  /** Reads the head of an answer only. */
  Reply head() throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("closed after (" + head + ")");
      }
      head.append((char) next);
    }
    int status = Integer.parseInt(head.substring(9, 12));
    return new Reply(status, head.toString(), "");
  }

  /** Returns whether no answer has begun to arrive. */
  boolean waiting() throws IOException {
    return socket.getInputStream().available() == 0;
  }

  /** Returns whether the server has closed the connection; waits for it. */
  boolean closed() throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
