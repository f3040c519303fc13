// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks again and again at which threads of this process run or want to run, native ones among
 * them: those of PyTorch, OpenMP and ONNX Runtime as well as Java's. The JVM's own (compilers,
 * collectors) are left out, and in the end those that hardly used a processor: they hand over news,
 * and on a busy machine wait for their turn. On Linux only; elsewhere nothing is seen.
 */
final class ThreadWatch implements AutoCloseable {
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final String NAME = "thread-watch";
  private static final long POLL_MILLIS = 20;
  private static final List<String> OF_THE_JVM =
      List.of(
          NAME,
          "C1 ",
          "C2 ",
          "G1 ",
          "GC ",
          "VM ",
          "Sweeper",
          "Signal Dispatch",
          "Service Thread",
          "Monitor Defl",
          "Common-Cleaner",
          "Finalizer",
          "Reference Handl",
          "Attach Listener");

  /** Share of the time that a thread must have run for to count. */
  private static final double LEAST_SHARE = 0.03;

  private static final double TICKS_PER_SECOND = 100;

  private final int cores;
  private final Thread thread = new Thread(this::watch, NAME);
  private final Map<String, Sight> sights = new TreeMap<>();
  private final List<List<Sight>> looks = new ArrayList<>();
  private final Map<String, Integer> crowd = new TreeMap<>();
  private volatile boolean over;
  private int crowded;
  private int most;

  /** A thread: its name, and its ticks of processor time when seen first and last. */
  private static final class Sight {
    private final String name;
    private final long first;
    private long last;

    Sight(String name, long ticks) {
      this.name = name;
      this.first = ticks;
    }
  }

  /**
   * Starts to look.
   *
   * @param cores that this process may use
   */
  ThreadWatch(int cores) {
    this.cores = cores;
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends the looking. */
  @Override
  public void close() throws InterruptedException {
    over = true;
    thread.join();
    for (List<Sight> look : looks) {
      List<String> busy = look.stream().filter(this::busy).map(sight -> sight.name).toList();
      most = Math.max(most, busy.size());
      if (busy.size() > cores) {
        crowded++;
        busy.forEach(name -> crowd.merge(name, 1, Integer::sum));
      }
    }
  }

  private boolean busy(Sight sight) {
    double seconds = looks.size() * POLL_MILLIS / 1e3;
    return (sight.last - sight.first) / TICKS_PER_SECOND > LEAST_SHARE * seconds;
  }

  /** Returns the most threads that ran or wanted to run at one time; call after the end. */
  int most() {
    return most;
  }

  /** Returns in which share of looks more threads than cores did. */
  double crowdedShare() {
    return looks.isEmpty() ? 0 : (double) crowded / looks.size();
  }

  /** Returns which threads were among too many, with the number of looks. */
  Map<String, Integer> crowd() {
    return crowd;
  }

  private void watch() {
    while (!over) {
      looks.add(running());
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private List<Sight> running() {
    List<Sight> running = new ArrayList<>();
    if (!Files.isDirectory(TASKS)) {
      return running;
    }
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        look(task, running);
      }
    } catch (IOException e) {
      return running;
    }
    return running;
  }

  /** Reads a line such as {@code 12 (name) R 1 ..}; fields 14 and 15 are ticks. */
  private void look(Path task, List<Sight> running) {
    try {
      String stat = Files.readString(task.resolve("stat"));
      int end = stat.lastIndexOf(')');
      String name = stat.substring(stat.indexOf('(') + 1, end);
      if (OF_THE_JVM.stream().anyMatch(name::startsWith)) {
        return;
      }
      String[] fields = stat.substring(end + 2).split(" ");
      long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      Sight sight = sights.computeIfAbsent(task.toString(), key -> new Sight(name, ticks));
      sight.last = ticks;
      if (fields[0].equals("R")) {
        running.add(sight);
      }
    } catch (IOException e) {
      // The thread has ended.
      return;
    }
  }
}
