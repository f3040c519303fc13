// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Speaks to a running HAProxy through its command port. */
final class Haproxy {
  private static final int PATIENCE_MILLIS = 5_000;

  private final int port;

  Haproxy(int port) {
    this.port = port;
  }

  /**
   * What HAProxy knows of a server.
   *
   * @param status such as {@code UP}, {@code DOWN}, {@code DRAIN} or {@code MAINT}
   * @param check result of the last check, such as {@code L7OK}
   * @param sessions requests that it is answering
   */
  record ServerState(String status, String check, int sessions) {
    boolean up() {
      return status.startsWith("UP");
    }

    boolean draining() {
      return status.startsWith("DRAIN");
    }

    boolean healthy() {
      return check.equals("L7OK");
    }
  }

  /** Sends a server requests, or {@code drain}, or {@code maint}. */
  void state(int slot, String state) throws IOException {
    command("set server " + name(slot) + " state " + state);
  }

  /** Returns what it knows of the servers, by slot. */
  Map<Integer, ServerState> servers() throws IOException {
    List<String> lines = command("show stat").lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      throw new IOException("HAProxy told nothing.");
    }
    List<String> names = Arrays.asList(lines.get(0).replaceFirst("^# ", "").split(",", -1));
    Map<Integer, ServerState> servers = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
      String server = cells.get(names.indexOf("svname"));
      if (cells.get(0).equals(HaproxyConfig.BACKEND) && server.matches("s[0-9]+")) {
        servers.put(
            Integer.parseInt(server.substring(1)),
            new ServerState(
                cells.get(names.indexOf("status")),
                cells.get(names.indexOf("check_status")),
                Integer.parseInt(cells.get(names.indexOf("scur")))));
      }
    }
    return servers;
  }

  private static String name(int slot) {
    return HaproxyConfig.BACKEND + "/" + HaproxyConfig.server(slot);
  }

  /** Sends commands, separated by semicolons; returns the answer. */
  String command(String text) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
