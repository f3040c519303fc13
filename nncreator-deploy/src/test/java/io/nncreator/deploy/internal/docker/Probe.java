// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Runs in a hardened container and prints what it finds there; uses the JDK only. */
public final class Probe {
  private Probe() {}

  /** Prints one finding a line. */
  public static void main(String[] args) throws IOException {
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.matches("(Uid|Gid|CapEff|CapBnd|NoNewPrivs|Seccomp):.*"))
        .map(line -> line.replaceAll("\\s+", " "))
        .forEach(System.out::println);
    for (String place : new String[] {"/", "/app", "/model", "/java", "/tmp", "/etc"}) {
      System.out.println("write " + place + " " + writes(Path.of(place)));
    }
    System.out.println("exec /tmp " + executes());
    System.out.println("shell " + shells());
    System.out.println("memory " + Runtime.getRuntime().maxMemory() / (1 << 20));
    System.out.println("cpus " + Runtime.getRuntime().availableProcessors());
    System.out.println("connect " + connects());
  }

  private static boolean writes(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, "probe", ""));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean executes() {
    try {
      Path program = Files.copy(Path.of("/java/bin/java"), Path.of("/tmp/program"));
      program.toFile().setExecutable(true);
      new ProcessBuilder(program.toString(), "-version").start().waitFor();
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long shells() throws IOException {
    long found = 0;
    for (String each : new String[] {"/bin", "/usr", "/sbin", "/java/bin"}) {
      if (Files.isDirectory(Path.of(each))) {
        try (Stream<Path> files = Files.walk(Path.of(each))) {
          found +=
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.matches("sh|bash|dash|busybox|apt|dpkg|curl|wget"))
                  .count();
        }
      }
    }
    return found;
  }

  private static boolean connects() {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {1, 1, 1, 1}), 80), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
