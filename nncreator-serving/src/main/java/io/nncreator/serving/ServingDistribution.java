// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ServingException;
import io.nncreator.serving.internal.process.ServerJars;
import io.nncreator.serving.internal.process.ServerPlatform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder from which a server is started as a process of its own, here or in a container: {@code
 * lib} with the few jars that it needs, {@code native} with ONNX Runtime's libraries for one
 * platform, and, once made, {@code server.jsa}, an archive of loaded classes (AppCDS) that more
 * than halves the time to start. All paths in its commands are relative, so that the folder may be
 * copied anywhere: to another machine too, where the platform is the same; the archive also asks
 * for the same build of the JVM. Thread-safe.
 *
 * <pre>{@code
 * ServingDistribution server = ServingDistribution.write(folder);
 * server.archive(java, bundle);
 * Process process = server.process(java, List.of(), List.of(bundle.toString(), "--port", "0")).start();
 * }</pre>
 */
public final class ServingDistribution {
  /** Name of the archive of classes in the folder. */
  public static final String ARCHIVE = "server.jsa";

  private static final String LIBRARIES = "lib";
  private static final String NATIVES = "native";
  private static final long ARCHIVE_SECONDS = 120;

  /** Small, steady and quick to start; a process out of memory ends instead of limping. */
  private static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms16m",
          "-Xmn8m",
          "-Xmx96m",
          "-Xss512k",
          "-XX:MaxMetaspaceSize=64m",
          "-XX:ReservedCodeCacheSize=32m",
          "-XX:MaxDirectMemorySize=48m",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xlog:disable",
          "-Xlog:all=error:stderr");

  private final Path folder;

  private ServingDistribution(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Writes a distribution for this machine, from the jars of this process.
   *
   * @param folder made if absent; files in it are replaced
   * @throws ServingException with {@link ErrorCode#SERVING_DISTRIBUTION} if that cannot be done
   */
  public static ServingDistribution write(Path folder) {
    return write(folder, ServerPlatform.current());
  }

  /**
   * Writes a distribution for a platform, from the jars of this process.
   *
   * @param folder made if absent; files in it are replaced
   * @param platform {@code linux-x64}, {@code linux-aarch64}, {@code osx-aarch64} or {@code
   *     win-x64}
   * @throws ServingException with {@link ErrorCode#SERVING_DISTRIBUTION} if that cannot be done
   */
  public static ServingDistribution write(Path folder, String platform) {
    ServingDistribution written = new ServingDistribution(folder);
    try {
      Files.deleteIfExists(written.folder.resolve(ARCHIVE));
      ServerJars.write(
          written.folder.resolve(LIBRARIES), written.folder.resolve(NATIVES), platform);
    } catch (IOException e) {
      throw new ServingException(
          ErrorCode.SERVING_DISTRIBUTION,
          "The server's files cannot be written to ("
              + written.folder
              + "): "
              + e.getMessage()
              + ". Maybe choose another folder or platform.",
          e);
    }
    return written;
  }

  /**
   * Takes a distribution that was written before.
   *
   * @throws ServingException with {@link ErrorCode#SERVING_DISTRIBUTION} if there is none
   */
  public static ServingDistribution at(Path folder) {
    ServingDistribution there = new ServingDistribution(folder);
    if (there.jars().isEmpty()) {
      throw new ServingException(
          ErrorCode.SERVING_DISTRIBUTION,
          "There is no server in (" + there.folder + "). Maybe write one first.",
          null);
    }
    return there;
  }

  /** Returns the folder, in which its commands must be run. */
  public Path folder() {
    return folder;
  }

  /** Returns the jars in the order of the class path. */
  public List<Path> jars() {
    return files(LIBRARIES);
  }

  /** Returns the native libraries. */
  public List<Path> natives() {
    return files(NATIVES);
  }

  /** Returns whether there is an archive of classes; whether a JVM can use it, that JVM decides. */
  public boolean archived() {
    return Files.isRegularFile(folder.resolve(ARCHIVE));
  }

  /**
   * Returns the command that starts a server in the folder; without an archive, or with one of
   * another JVM, it starts as well, only more slowly.
   *
   * @param java the program, such as {@code java}
   * @param jvm further options of the JVM, which win over those of the distribution
   * @param arguments those of {@link ServingMain}
   */
  public List<String> command(String java, List<String> jvm, List<String> arguments) {
    List<String> command = base(java, jvm);
    if (archived()) {
      command.add(1, "-XX:SharedArchiveFile=" + ARCHIVE);
    }
    command.add(ServingMain.class.getName());
    command.addAll(arguments);
    return command;
  }

  /** Returns what must be set in the environment of the process. */
  public static Map<String, String> environment() {
    return Map.of("ORT_DISABLE_TELEMETRY", "1", "MALLOC_ARENA_MAX", "2");
  }

  /**
   * Returns the process of {@link #command}, not yet started; arguments must not hold secrets,
   * which every user of a machine can see.
   *
   * @param arguments with absolute paths
   */
  public ProcessBuilder process(Path java, List<String> jvm, List<String> arguments) {
    ProcessBuilder process = new ProcessBuilder(command(java.toString(), jvm, arguments));
    process.directory(folder.toFile()).environment().putAll(environment());
    return process;
  }

  /**
   * Makes the archive of classes: a server is started, answers itself a few requests and ends.
   *
   * @param java of the JVM that will use it
   * @param bundle any network
   * @return whether it was made; a JVM without the ability makes none, and none is needed
   */
  public boolean archive(Path java, Path bundle) throws InterruptedException {
    try {
      Files.deleteIfExists(folder.resolve(ARCHIVE));
      List<String> command = base(java.toString(), List.of());
      command.add(1, "-XX:ArchiveClassesAtExit=" + ARCHIVE);
      command.addAll(
          List.of(
              ServingMain.class.getName(),
              bundle.toAbsolutePath().toString(),
              "--port",
              "0",
              "--rehearse",
              "true"));
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().putAll(environment());
      Process process =
          builder
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(ARCHIVE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      if (process.exitValue() != 0) {
        Files.deleteIfExists(folder.resolve(ARCHIVE));
      }
      return archived();
    } catch (IOException e) {
      throw new ServingException(
          ErrorCode.SERVING_DISTRIBUTION,
          "The archive of classes cannot be made in (" + folder + "): " + e.getMessage() + ".",
          e);
    }
  }

  private List<String> base(String java, Collection<String> jvm) {
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(JVM);
    command.addAll(jvm);
    command.add("-Donnxruntime.native.path=" + NATIVES);
    command.add("-cp");
    command.add(
        String.join(
            File.pathSeparator,
            jars().stream().map(jar -> LIBRARIES + "/" + jar.getFileName()).toList()));
    return command;
  }

  private List<Path> files(String name) {
    Path place = folder.resolve(name);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new ServingException(
          ErrorCode.SERVING_DISTRIBUTION, "The folder (" + place + ") cannot be read.", e);
    }
  }
}
